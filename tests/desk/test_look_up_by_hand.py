"""No register is connected: the officer notes where, when and under which number, and what agreed."""

import pytest
from django.test import Client

from eok.accounts.models import Officer
from eok.casework import reviews
from eok.casework.models import Case, Review
from tests import affairs
from tests.desk import rooms
from tests.mending import mend

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

PAPER = "business-registration"
SEEN = {
    "paper": PAPER, "where": "국세청 홈택스", "reference_no": "5512-0001", "on.year": "2026", "on.month": "11",
    "on.day": "23", "agrees": "ok", "note": "상호가 같아요.",
}  # fmt: skip
NOTED = "국세청 홈택스에서 2026년 11월 23일(월)에 직접 조회 (조회번호 5512-0001). 상호가 같아요."


@pytest.fixture
def clerk() -> Officer:
    return rooms.clerk()


@pytest.fixture
def client(clerk: Officer) -> Client:
    return rooms.desk(clerk)


@pytest.fixture
def case(clerk: Officer) -> Case:
    return rooms.accepted()


def checked(case: Case, item: str = PAPER) -> reviews.Checked:
    return next(row for row in reviews.review_list(case) if row.item.id == item)


def by_hand(case: Case) -> str:
    return rooms.page(case, "look-up/by-hand/")


def test_the_paper_offers_the_form_and_no_system(case: Case, client: Client) -> None:
    shown = rooms.text(client.get(rooms.page(case)))

    assert "직접 조회한 것 적기" in shown and "조회한 곳(기관)" in shown
    assert "조회하기" not in shown


def test_what_was_seen_is_the_result_of_look_up_and_check(case: Case, client: Client, clerk: Officer) -> None:
    response = client.post(by_hand(case), SEEN, follow=True)

    found = checked(case)
    assert (found.result, found.by, found.note) == ("ok", f"officer:{clerk.pk}", NOTED)
    assert Review.objects.filter(case=case, item=f"look-up:{PAPER}", result="ok").count() == 1
    assert f"조회: 맞음 · 11.23(월) 14:00 · {NOTED}" in rooms.text(response)


def test_what_differs_is_noted_as_different(case: Case, client: Client) -> None:
    client.post(by_hand(case), {**SEEN, "agrees": "not_ok", "reference_no": "", "note": ""})

    assert checked(case).result == "not_ok"
    assert checked(case).note == "국세청 홈택스에서 2026년 11월 23일(월)에 직접 조회"


@pytest.mark.parametrize(
    ("wrong", "sentence", "place"),
    [
        ({"where": " "}, "조회한 곳을 적어 주세요.", "where"),
        ({"where": "가" * 61}, "61자는 너무 길어요.", "where"),
        ({"on.day": "31"}, "조회한 날을 읽을 수 없습니다.", "on"),
        ({"on.day": "24"}, "조회한 날이 오늘보다 뒤입니다.", "on"),
        ({"on.day": "22"}, "조회한 날이 신청한 날보다 앞입니다.", "on"),
        ({"agrees": "look"}, "맞음과 다름 가운데 골라 주세요.", "agrees"),
        ({"note": "나" * 301}, "301자는 너무 길어요.", "note"),
    ],
)
def test_what_is_wrong_is_said_in_its_place(
    case: Case, client: Client, wrong: dict[str, str], sentence: str, place: str
) -> None:
    before = Review.objects.count()

    response = client.post(by_hand(case), {**SEEN, **wrong})
    html = response.content.decode()

    assert response.status_code == 422
    assert sentence in html.split(f'id="{PAPER}-{place}-error"')[1][:400]
    assert 'id="error-summary"' in html and 'value="5512-0001"' in html
    assert Review.objects.count() == before


def test_without_consent_nothing_is_noted(clerk: Officer, client: Client) -> None:
    application = affairs.filed("mail-order-report", affairs.MAIL_ORDER, affairs.person(), look_up=False)
    affairs.work()
    case = Case.objects.get(application=application)

    response = client.post(by_hand(case), SEEN)

    assert response.status_code == 403
    assert "민원인이 조회에 동의하지 않았습니다." in rooms.text(response)
    assert not Review.objects.filter(item__startswith="look-up:").exists()


def test_read_it_is_the_case(case: Case, client: Client) -> None:
    assert client.get(by_hand(case))["Location"] == f"{rooms.page(case)}#papers"


def test_what_is_corrected_later_is_looked_up_again(case: Case, client: Client, clerk: Officer) -> None:
    client.post(by_hand(case), SEEN)
    mend(case, clerk, "2026-11-23T15:00:00+09:00", trade_name="푸른상점")

    affairs.work_after(7200)

    assert checked(case).result == "look"
    assert checked(case).note == f"조회한 뒤에 답이 바뀌었어요. 다시 조회해 주세요. 그때 본 것: {NOTED}"


def test_what_was_not_looked_at_may_change(case: Case, client: Client, clerk: Officer) -> None:
    client.post(by_hand(case), SEEN)
    mend(case, clerk, "2026-11-23T15:00:00+09:00", domain_state="none")

    affairs.work_after(7200)

    assert (checked(case).result, checked(case).note) == ("ok", NOTED)


def test_a_corporation_answers_the_check_of_its_register(clerk: Officer, client: Client) -> None:
    number = "110111-1234569"
    case = affairs.mail_order(affairs.person(), applicant_kind="corporation", corporation_no=number)
    affairs.work()

    client.post(by_hand(case), {**SEEN, "paper": "corporate-register", "where": "인터넷등기소"})

    assert checked(case, "corporate-register").result == "ok"
