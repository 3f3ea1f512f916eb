"""Words to the office outside a form: never cut in silence; a sentence at the place, 422, what was typed stays."""

import pytest

from eok.casework import queries as casework
from eok.casework import supplements
from eok.casework.models import Case, CaseEvent
from tests import affairs
from tests.portal import walking
from tests.portal.supplement_cases import NAME, asked, url

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]

BAD = [
    ("가" * 10_000, "10,000자는 너무 길어요. 저장하지 않았어요. 500자까지 줄여 주세요."),
    ("이사\x07해서", "보이지 않는 글자가 들어 있어요."),
    ("이사\u202e해서", "보이지 않는 글자가 들어 있어요."),
]
DAYS = ["", "0", "61", "이레", "9" * 5000, "٣", "-1", "1.5"]


def said_at(page: str, field: str) -> str:
    assert f'href="#{field}"' in page.split('id="error-summary"')[1].split("</ul>")[0]
    return page.split(f'id="{field}-error"')[1].split("</p>")[0]


@pytest.mark.parametrize(("typed", "sentence"), BAD)
def test_a_reason_of_withdrawal_that_cannot_be_kept_withdraws_nothing(typed: str, sentence: str) -> None:
    client, person = walking.signed_in()
    case = affairs.mail_order(person)
    before = CaseEvent.objects.count()

    response = client.post(f"/my/cases/{case.pk}/withdraw/", {"reason": typed})

    page = walking.text(response)
    assert response.status_code == 422 and sentence in said_at(page, "reason")
    assert typed in page
    assert CaseEvent.objects.count() == before and Case.objects.get().state == "filed"


def test_emoji_and_rare_letters_of_a_reason_are_kept_word_for_word() -> None:
    client, person = walking.signed_in()
    case = affairs.mail_order(person)

    client.post(f"/my/cases/{case.pk}/withdraw/", {"reason": " 이사해요 🏠\r\n뷁 柳 "})

    last = casework.last_event(case, "withdraw")
    assert last is not None and last.details["reason"] == "이사해요 🏠\n뷁 柳"


@pytest.mark.parametrize("typed", DAYS)
def test_days_that_are_none_prolong_nothing(typed: str) -> None:
    client, person = walking.signed_in()
    case = asked(person, NAME)
    before = supplements.waiting(case.pk)

    response = client.post(f"/my/cases/{case.pk}/more-time/", {"days": typed})

    page, after = walking.text(response), supplements.waiting(case.pk)
    assert response.status_code == 422
    assert "늘릴 날수는 1일부터 60일까지 적을 수 있습니다." in said_at(page, "days")
    assert f'value="{typed}"' in page
    assert before and after and (before.due_on, before.prolonged) == (after.due_on, after.prolonged)


@pytest.mark.parametrize(("typed", "sentence"), BAD)
def test_a_note_that_cannot_be_kept_sends_no_supplement(typed: str, sentence: str) -> None:
    client, person = walking.signed_in()
    case = asked(person, NAME)

    response = client.post(url(case), {"trade_name": "푸른상점", "note": typed, "do": "send"})

    page = walking.text(response)
    assert response.status_code == 422 and sentence in said_at(page, "note")
    assert typed in page and 'value="푸른상점"' in page
    assert supplements.waiting(case.pk) is not None


@pytest.mark.parametrize(
    ("place", "typed"),
    [
        ("withdraw", {"reason": "이사해요"}),
        ("more-time", {"days": "9"}),
        ("supplement", {"note": "고쳤어요"}),
    ],
)
def test_what_was_sent_after_the_session_ended_waits(place: str, typed: dict[str, str]) -> None:
    client, person = walking.signed_in()
    case = asked(person, NAME)
    before = CaseEvent.objects.count()
    walking.leave(client)

    told = client.post(f"/my/cases/{case.pk}/{place}/", typed)

    assert told.status_code == 401 and walking.hidden(told).items() >= typed.items()
    assert "방금 적은 것은 이 화면에 그대로 있어요" in walking.text(told)
    assert CaseEvent.objects.count() == before
