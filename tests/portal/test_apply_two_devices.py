"""The same draft on two devices: neither overwrites the other unseen, and a page is no other device to itself."""

import pytest

from eok.applications import drafts
from eok.applications.models import Draft
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]


def trade_name(draft: Draft) -> object:
    return drafts.read(Draft.objects.get(pk=draft.pk)).answers.get("trade_name")


def test_the_slower_device_is_told_and_keeps_what_was_typed() -> None:
    phone, person = walking.signed_in()
    desk, _ = walking.signed_in(person)
    draft = walking.begun(phone)
    url = walking.page_url(draft, "business")
    on_phone, on_desk = (walking.hidden(one.get(url)) for one in (phone, desk))
    desk.post(url, {**on_desk, **walking.PAGES["business"], "trade_name": "책상상점", "do": "next"})

    told = phone.post(url, {**on_phone, **walking.PAGES["business"], "trade_name": "전화상점", "do": "next"})

    page = walking.text(told)
    assert told.status_code == 409
    assert "다른 기기나 창에서 이 신청을 먼저 고쳤습니다" in page
    assert "책상상점" in page and 'value="전화상점"' in page
    assert trade_name(draft) == "책상상점"


def test_sending_it_again_is_meant() -> None:
    phone, person = walking.signed_in()
    desk, _ = walking.signed_in(person)
    draft = walking.begun(phone)
    url = walking.page_url(draft, "business")
    on_phone = walking.hidden(phone.get(url))
    walking.sent(desk, draft, "business", trade_name="책상상점")
    mine = {**walking.PAGES["business"], "trade_name": "전화상점", "do": "next"}

    told = phone.post(url, {**on_phone, **mine})
    again = phone.post(url, {**walking.hidden(told), **mine})

    assert again.status_code == 302
    assert trade_name(draft) == "전화상점"


def test_saving_while_typing_is_no_other_device() -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)
    url = walking.page_url(draft, "business")
    drawn = walking.hidden(client.get(url))
    for typed in ("하", "하늘", "하늘상"):
        assert client.post(f"{url}save/", {**drawn, "trade_name": typed}).status_code == 200

    sent = client.post(url, {**drawn, **walking.PAGES["business"], "do": "next"})

    assert sent.status_code == 302
    assert trade_name(draft) == "하늘상점"


def test_saving_while_typing_does_not_overwrite_the_other_device() -> None:
    phone, person = walking.signed_in()
    desk, _ = walking.signed_in(person)
    draft = walking.begun(phone)
    url = walking.page_url(draft, "business")
    on_phone = walking.hidden(phone.get(url))
    walking.sent(desk, draft, "business", trade_name="책상상점")

    saved = phone.post(f"{url}save/", {**on_phone, "trade_name": "전화상점"})

    notice = walking.text(saved)
    assert saved.status_code == 409
    assert notice.lstrip().startswith('<div class="alert is-warning"')
    assert "다른 기기나 창에서 이 신청을 먼저 고쳤어요." in notice and "아직 저장하지 않았어요" in notice
    assert trade_name(draft) == "책상상점"


@pytest.mark.parametrize("revision", ["", "-1", "٣", "9" * 5000])
def test_a_revision_nobody_drew_is_another_device(revision: str) -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)

    told = client.post(
        walking.page_url(draft, "business"),
        {"revision": revision, "trade_name": "하늘상점", "shown": "trade_name", "do": "next"},
    )

    assert told.status_code == 409 and 'value="하늘상점"' in walking.text(told)
    assert trade_name(draft) is None


def test_a_save_that_arrives_after_its_page_was_left_disturbs_nobody() -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)
    first, second = walking.page_url(draft, "business"), walking.page_url(draft, "selling")
    drawn = walking.hidden(client.get(first))
    client.post(first, {**drawn, **walking.PAGES["business"], "do": "next"})
    next_page = walking.hidden(client.get(second))

    same = client.post(f"{first}save/", {**drawn, **walking.PAGES["business"]})
    older = client.post(f"{first}save/", {**drawn, **walking.PAGES["business"], "trade_name": "하늘"})
    onward = client.post(second, {**next_page, **walking.PAGES["selling"], "do": "next"})

    assert (same.status_code, older.status_code) == (200, 409)
    assert trade_name(draft) == "하늘상점"
    assert onward.status_code in (200, 302)


def test_sending_what_is_saved_already_is_no_conflict() -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)
    url = walking.page_url(draft, "business")
    drawn = walking.hidden(client.get(url))
    client.post(url, {**drawn, **walking.PAGES["business"], "do": "next"})

    again = client.post(url, {**drawn, **walking.PAGES["business"], "do": "next"})

    assert again.status_code == 302


def test_both_values_are_shown_and_the_other_devices_can_be_kept() -> None:
    phone, person = walking.signed_in()
    desk, _ = walking.signed_in(person)
    draft = walking.begun(phone)
    url = walking.page_url(draft, "business")
    on_phone = walking.hidden(phone.get(url))
    walking.sent(desk, draft, "business", trade_name="책상상점", **{"address.detail": "7층"})
    mine = {**walking.PAGES["business"], "trade_name": "전화상점", "address.detail": "1층", "do": "next"}

    told = phone.post(url, {**on_phone, **mine})
    choice = {"keep-trade_name": "theirs", "keep-address": "mine"}
    onward = phone.post(url, {**walking.hidden(told), **mine, **choice})

    page = walking.text(told)
    assert "어느 것으로 할까요?" in page and "지금 이 화면에 적은 것" in page
    assert ">전화상점</label>" in page and ">책상상점</label>" in page
    assert onward.status_code == 302
    saved = drafts.read(Draft.objects.get(pk=draft.pk)).answers
    assert (saved["trade_name"], saved["address"]["detail"]) == ("책상상점", "1층")
