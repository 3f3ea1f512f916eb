"""The pages of an application: begun, prefilled, revealed, left and come back to."""

import pytest
from django.test import Client

from eok.applications import drafts
from eok.applications.models import Draft
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]


def answers(draft: Draft) -> dict[str, object]:
    return dict(drafts.read(Draft.objects.get(pk=draft.pk)).answers)


def test_looking_at_the_door_begins_nothing() -> None:
    client, _ = walking.signed_in()

    page = walking.text(client.get("/apply/mail-order-report"))

    assert "약 5분이면 돼요" in page and "시작하기" in page
    assert not Draft.objects.exists()


def test_the_door_asks_who_is_not_signed_in_to_sign_in() -> None:
    response = Client().get("/apply/mail-order-report")

    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/sign-in/?next=%2Fapply%2Fmail-order-report")


def test_what_was_begun_is_offered_and_a_second_press_goes_on_with_it() -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)

    door = walking.text(client.get("/apply/mail-order-report"))
    again = client.post("/apply/mail-order-report", {"do": "start"})

    assert "이어서 쓰기" in door and "2026년 12월 23일(수)까지 보관" in door
    assert again["Location"] == f"/drafts/{draft.pk}/"
    assert Draft.objects.count() == 1


def test_a_new_start_keeps_the_old_draft() -> None:
    client, _ = walking.signed_in()
    walking.begun(client)

    client.post("/apply/mail-order-report", {"do": "new"})

    assert Draft.objects.count() == 2


def test_what_is_known_stands_there_and_says_where_from() -> None:
    client, _ = walking.signed_in()

    page = walking.text(client.get(walking.page_url(walking.begun(client), "applicant")))

    assert 'value="김하늘"' in page and 'value="010-0000-0002"' in page
    assert page.count("본인확인 정보예요.") == 3


def test_an_answer_that_opens_questions_shows_them_before_the_next_page() -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)
    url = walking.page_url(draft, "payment")

    first = client.post(url, {**walking.hidden(client.get(url)), "prepaid": "yes", "do": "next"})
    second = client.post(url, {**walking.hidden(first), "prepaid": "yes", "do": "next"})

    assert first.status_code == 200
    assert "더 물어볼 것이 있어요" in walking.text(first) and "어떤 구매안전서비스를 쓰나요?" in walking.text(
        first
    )
    assert "하나를 골라 주세요." not in walking.text(first)
    assert second.status_code == 422 and "하나를 골라 주세요." in walking.text(second)


@pytest.mark.parametrize(("button", "leads_to"), [("back", "/pages/applicant/"), ("later", "/my/")])
def test_leaving_a_page_keeps_what_is_not_right_yet(button: str, leads_to: str) -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)

    left = walking.sent(client, draft, "business", do=button, business_no="123-45-67890")
    page = walking.text(client.get(walking.page_url(draft, "business")))

    assert left["Location"].endswith(leads_to)
    assert 'value="123-45-67890"' in page and "번호가 맞지 않아요" in page


def test_typing_is_saved_and_answered_with_the_time() -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)
    url = walking.page_url(draft, "business")

    saved = client.post(f"{url}save/", {**walking.hidden(client.get(url)), "trade_name": "하늘"})

    assert saved.json() == {"saved_at": "14시"}
    assert answers(draft)["trade_name"] == "하늘"


def test_a_script_gets_the_opened_questions_alone() -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)
    url = walking.page_url(draft, "payment")
    typed = {**walking.hidden(client.get(url)), "prepaid": "yes"}

    fragment = client.post(f"{url}save/", typed, headers={"HX-Request": "true"})

    assert fragment.status_code == 200
    assert "어떤 구매안전서비스를 쓰나요?" in walking.text(fragment)
    assert "<html" not in walking.text(fragment) and "field-error" not in walking.text(fragment)


def test_mending_one_page_leads_straight_back_to_the_review() -> None:
    client, _ = walking.signed_in()
    draft = walking.ready(client)

    mended = walking.sent(client, draft, "business", trade_name="푸른상점")

    assert mended["Location"] == f"/drafts/{draft.pk}/review/"
    assert "푸른상점" in walking.text(client.get(mended["Location"]))


def test_a_draft_opens_at_the_first_page_left_to_do() -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)
    walking.sent(client, draft, "applicant")

    opened = client.get(f"/drafts/{draft.pk}/")

    assert opened["Location"] == walking.page_url(draft, "business")


def test_a_draft_can_be_thrown_away() -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)

    client.post(f"/drafts/{draft.pk}/discard/")

    assert not Draft.objects.exists()
