"""구청이 확인하는 서류 on my case: how it stands, on which ground, and the consent that can be taken back before."""

import pytest
from django.test import Client

from eok.applications.models import LookUpConsent, RecordLookUp
from eok.casework import askable, reviews
from eok.casework.models import Case
from tests import affairs
from tests.desk import rooms
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

PAPER = "business-registration"
SEEN = {
    "paper": PAPER, "where": "국세청 홈택스", "reference_no": "5512-0001", "on.year": "2026", "on.month": "11",
    "on.day": "23", "agrees": "ok", "note": "",
}  # fmt: skip


def opened(**answers: object) -> tuple[Client, Case]:
    person = affairs.person()
    client, _ = walking.signed_in(person)
    return client, affairs.mail_order(person, **answers)


def shown(client: Client, case: Case) -> str:
    return rooms.text(client.get(f"/my/cases/{case.pk}/"))


def back(case: Case, paper: str = PAPER) -> str:
    return f"/my/cases/{case.pk}/look-ups/{paper}/withdraw/"


def test_before_the_look_up_the_consent_can_be_taken_back() -> None:
    client, case = opened()
    before = shown(client, case)

    client.post(back(case))

    assert "아직 확인하지 않았어요." in before and "동의했어요. (전자정부법 제42조제1항)" in before
    assert "동의를 거두어서 확인하지 않아요." in shown(client, case)
    affairs.work()
    assert not RecordLookUp.objects.exists()
    assert LookUpConsent.objects.get().withdrawn_at is not None


def test_then_the_officer_may_ask_for_the_paper_and_not_look_up() -> None:
    client, case = opened()
    client.post(back(case))
    affairs.work()
    clerk = rooms.clerk()

    refused = rooms.desk(clerk).post(rooms.page(case, "look-up/by-hand/"), SEEN)

    place = next(p for p in askable.places(Case.objects.get(pk=case.pk)) if p.id == PAPER)
    assert (refused.status_code, place.why_not) == (403, "")
    assert "민원인이 조회 동의를 거두었어요." in rooms.text(rooms.desk(clerk).get(rooms.page(case)))


def test_once_looked_up_it_stays() -> None:
    client, case = opened()
    affairs.work()
    rooms.desk(rooms.clerk()).post(rooms.page(case, "look-up/by-hand/"), SEEN)

    late = client.post(back(case))

    page = shown(client, case)
    assert late.status_code == 409
    assert "확인했어요. 적은 것과 같아요." in page and "국세청 홈택스" in page and "5512-0001" in page
    assert "동의 거두기" not in page


def test_what_needs_no_consent_says_on_which_article() -> None:
    client, case = opened(applicant_kind="corporation", corporation_no="110111-1234569")

    page = shown(client, case)

    assert (
        "법인 등기사항증명서" in page
        and "동의가 따로 필요 없는 확인이에요. (전자상거래법 시행령 제13조제2항제1호)" in page
    )
    assert client.post(back(case, "corporate-register")).status_code == 409


def test_nobody_else_takes_it_back() -> None:
    _, case = opened()
    other, _ = walking.signed_in(affairs.person("홍길동"))

    assert other.post(back(case)).status_code == 404
    assert LookUpConsent.objects.get().withdrawn_at is None


def test_a_check_without_consent_stays_open() -> None:
    client, case = opened()
    client.post(back(case))
    affairs.work()

    open_ = [item.id for item in reviews.unanswered(Case.objects.get(pk=case.pk))]
    assert PAPER in open_
