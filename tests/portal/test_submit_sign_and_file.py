"""서명하기 and 제출: signed over exactly this content, filed once, never without a signature."""

import threading

import pytest
from django.db import connections
from django.test import Client

from eok.applications.models import Application, Draft
from eok.casework.models import Case
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]


def submit(draft: Draft) -> str:
    return f"/drafts/{draft.pk}/submit/"


def test_the_declaration_and_the_consents_stand_apart() -> None:
    client, _ = walking.signed_in()
    draft = walking.ready(client)

    page = walking.text(client.get(submit(draft)))

    assert "같은 법 시행규칙 제8조제1항에 따라 위와 같이 신고합니다." in page
    assert (
        "구청이 확인하는 것" in page
        and "상호, 대표자 성명, 사업자등록번호, 사업장 소재지, 개업일만 봐요. 동의했어요." in page
    )
    assert "서명하기" in page and ">제출</button>" not in page


def test_without_a_signature_nothing_is_filed() -> None:
    client, _ = walking.signed_in()
    draft = walking.ready(client)

    response = client.post(submit(draft), {"do": "file"})

    assert response.status_code == 422 and "다시 서명해 주세요." in walking.text(response)
    assert not Application.objects.exists()


def test_what_changed_after_the_signature_must_be_signed_again() -> None:
    client, person = walking.signed_in()
    draft = walking.ready(client)
    walking.signed(client, draft, person)
    walking.sent(client, draft, "business", trade_name="푸른상점")

    page = client.get(submit(draft))
    response = client.post(submit(draft), {"do": "file"})

    assert "서명하기" in walking.text(page)
    assert response.status_code == 422 and "서명한 뒤에 내용이 바뀌어 낼 수 없습니다." in walking.text(
        response
    )
    assert not Application.objects.exists()


def test_another_persons_signature_is_none() -> None:
    client, _ = walking.signed_in()
    draft = walking.ready(client)
    theirs, other = walking.signed_in()
    signature = walking.signed(theirs, walking.ready(theirs), other)
    session = client.session
    session["signature"] = str(signature.pk)
    session.save()

    response = client.post(submit(draft), {"do": "file"})

    assert response.status_code == 422
    assert not Application.objects.exists()


def test_a_second_press_finds_what_the_first_one_filed() -> None:
    client, person = walking.signed_in()
    draft = walking.ready(client)
    walking.signed(client, draft, person)

    first = client.post(submit(draft), {"do": "file"})
    second = client.post(submit(draft), {"do": "file"})

    assert first["Location"] == second["Location"] == f"/drafts/{draft.pk}/done/"
    assert Application.objects.count() == Case.objects.count() == 1


@pytest.mark.django_db(databases="__all__", transaction=True)
def test_two_presses_at_the_same_time_file_once() -> None:
    client, person = walking.signed_in()
    draft = walking.ready(client)
    walking.signed(client, draft, person)
    twin = Client()
    twin.cookies = client.cookies
    answers: list[str] = []

    def press(one: Client) -> None:
        answers.append(one.post(submit(draft), {"do": "file"})["Location"])
        connections.close_all()

    presses = [threading.Thread(target=press, args=(one,)) for one in (client, twin)]
    for thread in presses:
        thread.start()
    for thread in presses:
        thread.join()

    assert answers == [f"/drafts/{draft.pk}/done/"] * 2
    assert Application.objects.count() == Case.objects.count() == 1


@pytest.mark.parametrize("place", ["", "pages/business/", "papers/", "review/", "submit/"])
def test_going_back_after_filing_leads_to_what_was_filed(place: str) -> None:
    client, person = walking.signed_in()
    draft = walking.ready(client)
    walking.signed(client, draft, person)
    client.post(submit(draft), {"do": "file"})

    back = client.get(f"/drafts/{draft.pk}/{place}")

    assert back["Location"] == f"/drafts/{draft.pk}/done/"


@pytest.mark.parametrize("place", ["pages/business/", "papers/", "submit/", "discard/"])
def test_sending_an_old_page_after_filing_changes_nothing(place: str) -> None:
    client, person = walking.signed_in()
    draft = walking.ready(client)
    old = walking.hidden(client.get(walking.page_url(draft, "business")))
    walking.signed(client, draft, person)
    client.post(submit(draft), {"do": "file"})
    filed = Application.objects.values().get()

    response = client.post(
        f"/drafts/{draft.pk}/{place}",
        {**old, **walking.PAGES["business"], "trade_name": "푸른상점", "do": "next"},
    )

    assert response["Location"] == f"/drafts/{draft.pk}/done/"
    assert Application.objects.values().get() == filed and Case.objects.count() == 1
    assert not Draft.objects.exists()


def test_the_end_says_what_happens_next_and_by_when() -> None:
    client, person = walking.signed_in()
    draft = walking.ready(client)
    walking.signed(client, draft, person)

    page = walking.text(client.get(client.post(submit(draft), {"do": "file"})["Location"]))

    assert Application.objects.get().application_no in page and 'data-copy="application-no"' in page
    assert "11월 23일(월) 14시에 저절로 접수돼요." in page and "11월 26일(목) 14시까지" in page
    assert "등록면허세 40,500원" in page and "010-****-0002 번호로 문자로 알려 드려요." in page


def test_there_is_no_end_before_the_filing() -> None:
    client, _ = walking.signed_in()
    draft = walking.ready(client)

    response = client.get(f"/drafts/{draft.pk}/done/")

    assert response["Location"] == f"/drafts/{draft.pk}/review/"
