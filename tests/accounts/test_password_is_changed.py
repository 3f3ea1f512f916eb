"""비밀번호 바꾸기: with the present one, the new one twice; other sign-ins end, this one goes on (OWASP ASVS 5 V6.2.2, V6.2.3)."""

import pytest
from django.test import Client

from eok.accounts import passwords
from eok.accounts.actions.change_password import change_password
from eok.accounts.errors import InvalidPasswordError
from eok.accounts.models import Officer, SignInRecord
from eok.core.errors import ConflictError
from tests.accounts.officers import PASSWORD, code, give_code, give_password

pytestmark = pytest.mark.django_db(databases="__all__")

NEW = "고래 등대 소나기 우표"


def entered(officer: Officer) -> Client:
    """One more browser; a code counts once."""
    browser = Client()
    Officer.objects.filter(pk=officer.pk).update(last_counter=0)
    give_password(browser, officer.login)
    assert give_code(browser, code()).status_code == 302
    return browser


def form(**typed: str) -> dict[str, str]:
    return {"present": PASSWORD, "password": NEW, "again": NEW, **typed}


def test_the_new_one_opens_and_the_old_one_does_not(officer: Officer) -> None:
    elsewhere, here = entered(officer), entered(officer)
    name = here.session.session_key

    answer = here.post("/desk/password/", form())

    assert answer["Location"] == "/desk/sessions/"
    page = here.get("/desk/sessions/").content.decode()
    assert "비밀번호를 바꿨어요" in page and "다른 1곳에서 로그아웃했어요" in page
    assert elsewhere.get("/desk/").status_code == 302
    assert here.session.session_key != name
    assert give_password(Client(), officer.login).status_code == 422
    assert give_password(Client(), officer.login, NEW).status_code == 302
    assert SignInRecord.objects.filter(how="password_changed", who=str(officer.pk)).count() == 1


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"present": "아니에요 아니에요"}, "present", "지금 비밀번호가 맞지 않습니다"),
        ({"present": ""}, "present", "지금 비밀번호가 맞지 않습니다"),
        ({"password": "짧다", "again": "짧다"}, "password", "12자 이상"),
        ({"password": "hana hana hana 12"}, "password", "짐작하기 쉬운"),
        ({"again": "고래 등대 소나기"}, "again", "서로 다릅니다"),
        ({"password": PASSWORD, "again": PASSWORD}, "password", "지금 쓰는 비밀번호와 같습니다"),
    ],
)
def test_what_is_wrong_stands_at_its_place_and_nothing_is_kept(
    typed: dict[str, str], field: str, sentence: str, officer: Officer
) -> None:
    browser = entered(officer)

    answer = browser.post("/desk/password/", form(**typed))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'id="{field}-error"' in page and sentence in page
    assert NEW not in page and PASSWORD not in page
    officer.refresh_from_db()
    assert passwords.matches(PASSWORD, officer.password)


def test_guessing_the_present_one_is_slowed(officer: Officer) -> None:
    browser = entered(officer)

    answers = [browser.post("/desk/password/", form(present="x")).status_code for _ in range(6)]

    assert answers == [422] * 5 + [429]


def test_two_at_once_change_it_once(officer: Officer) -> None:
    first, second = Officer.objects.get(pk=officer.pk), Officer.objects.get(pk=officer.pk)
    change_password(first, new=NEW, again=NEW)

    with pytest.raises(ConflictError):
        change_password(second, new="달력 기린 모래 연필 지도", again="달력 기린 모래 연필 지도")


def test_the_rules_are_those_of_the_first_password(officer: Officer) -> None:
    with pytest.raises(InvalidPasswordError, match="12자 이상"):
        change_password(officer, new="short", again="short")


def test_it_is_linked_where_one_looks_for_it(officer: Officer) -> None:
    page = entered(officer).get("/desk/sessions/").content.decode()

    assert page.count('href="/desk/password/"') >= 2, "under the name in the header, and on the page"


def test_nobody_gets_there_without_being_in(client: Client) -> None:
    assert client.get("/desk/password/").status_code == 302
