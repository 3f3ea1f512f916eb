"""사전동의 to a look-up: in words, with the choice, taken back with another, gone with the draft (전자정부법 §42①)."""

import pytest

from eok.applications.actions.discard import discard
from eok.applications.actions.end import end
from eok.applications.actions.save import choose_mode
from eok.applications.models import Draft, LookUpConsent, RecordLookUp
from tests import affairs

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]

PAPER = "business-registration"


@pytest.fixture
def draft() -> Draft:
    return affairs.draft("mail-order-report", affairs.MAIL_ORDER, affairs.person())


def choose(draft: Draft, mode: str, paper: str = PAPER) -> None:
    choose_mode(draft_id=draft.pk, paper_id=paper, mode=mode, by=draft.person)


def test_consent_names_office_purpose_record_and_scope(draft: Draft) -> None:
    choose(draft, "look_up")

    given = LookUpConsent.objects.get()
    assert (given.draft_id, given.given_by, given.withdrawn_at) == (draft.pk, draft.person_id, None)
    for part in (
        "서초구",
        "‘통신판매업 신고’ 처리를 위해",
        "사업자등록증명",
        "상호, 대표자 성명, 사업자등록번호",
    ):
        assert part in given.text
    assert given.wording.startswith("2026-11-23-")


def test_the_same_choice_again_is_the_same_consent(draft: Draft) -> None:
    choose(draft, "look_up")
    choose(draft, "look_up")

    assert LookUpConsent.objects.count() == 1


def test_another_choice_takes_it_back_and_keeps_it(draft: Draft) -> None:
    choose(draft, "look_up")
    choose(draft, "upload")
    choose(draft, "look_up")

    rows = LookUpConsent.objects.order_by("given_at", "withdrawn_at")
    assert sorted(row.withdrawn_at is None for row in rows) == [False, True]


def test_where_no_consent_is_needed_none_is_made(draft: Draft) -> None:
    choose(draft, "look_up", "corporate-register")

    assert not LookUpConsent.objects.exists()


def test_with_the_draft_consents_go(draft: Draft) -> None:
    choose(draft, "look_up")

    discard(draft_id=draft.pk, by=draft.person)

    assert not LookUpConsent.objects.exists()


def test_with_the_filing_they_stay_and_what_was_seen_ends_with_the_record() -> None:
    case = affairs.mail_order(affairs.person())
    affairs.work()
    row = RecordLookUp.objects.get()

    gone = end(case.application_id)

    row.refresh_from_db()
    assert LookUpConsent.objects.filter(withdrawn_at=None).count() == 1
    assert (bytes(row.wrapped_key), bytes(row.content)) == (b"", b"")
    assert len(gone.keys) == 3
