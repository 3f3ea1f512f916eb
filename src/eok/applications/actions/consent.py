"""Consent to a look-up is given with the choice ‘구청이 확인’, and taken back with any other (전자정부법 §42①)."""

from django.db import transaction

from eok.accounts.models import Person
from eok.applications import consents, filing
from eok.applications.models import Application, Draft, LookUpConsent
from eok.catalogue.schema import Paper
from eok.core import clock
from eok.core.keyed import Key

LOOK_UP = "look_up"


@transaction.atomic
def follow_mode(draft: Draft, paper_id: str, mode: str, by: Person) -> None:
    """What the choice means for the consent; the same choice again changes nothing.

    A consent to other words than those of today is taken back and given anew.
    """
    standing = consents.standing(draft.pk, paper_id)
    text = _words(draft, paper_id) if mode == LOOK_UP else ""
    if standing is not None and standing.wording == consents.wording(text):
        return
    if standing is not None:
        _end(standing)
    if text:
        _give(draft.pk, paper_id, text, by)


@transaction.atomic
def withdraw(application: Application, paper: Paper, text: str, by: Person) -> None:
    """Taken back after the filing. A filing of before consents had rows of their own gets one that has ended."""
    standing = consents.standing(application.draft_id, paper.id)
    _end(standing or _give(application.draft_id, paper.id, text, by))


def _words(draft: Draft, paper_id: str) -> str:
    """Empty where there is nothing to agree to."""
    service = filing.service_of(draft)
    paper = next((p for p in service.papers if p.id == paper_id), None)
    return consents.words(service, paper) if paper and paper.look_up and paper.look_up.consent else ""


def _give(draft_id: Key, paper_id: str, text: str, by: Person) -> LookUpConsent:
    return LookUpConsent.objects.create(
        draft_id=draft_id,
        paper_id=paper_id,
        given_by=consents.concerned(by),
        wording=consents.wording(text),
        text=text,
        given_at=clock.now(),
    )


def _end(consent: LookUpConsent) -> None:
    consent.withdrawn_at = clock.now()
    consent.save(update_fields=["withdrawn_at"])
