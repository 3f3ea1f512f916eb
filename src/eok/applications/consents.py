"""사전동의 to a look-up: its words, its version, who gives it, whether it stands (전자정부법 §42①).

The person concerned must be able to know the purpose, the record and its scope, and the office that uses it; so
these stand in the words, and the words are kept with the consent.
"""

import hashlib
from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from eok.accounts.models import Person
from eok.applications.models import LookUpConsent
from eok.catalogue.schema import Paper, Service
from eok.core.keyed import Key
from eok.core.korean import with_particle
from eok.offices import queries as offices

WORDED_ON = "2026-11-23"
"""The day the sentence was written; whoever changes it sets the day."""


def words(service: Service, paper: Paper) -> str:
    """What is agreed to, in one sentence: office, purpose, record, scope (전자정부법 §42① 1호, 2호, 3호)."""
    assert paper.look_up is not None  # callers pass papers that may be looked up
    office = with_particle(offices.district().name, "이")
    scope = with_particle(", ".join(paper.look_up.shows), "을")
    return f"{office} ‘{service.name.ko}’ 처리를 위해 {with_particle(paper.name.ko, '을')} 조회해 {scope} 봅니다."


def wording(text: str) -> str:
    """Names the words: the day of the sentence, and the digest of what stands in it."""
    return f"{WORDED_ON}-{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def concerned(person: Person) -> UUID:
    """정보주체 of the look-ups of a filing: the applicant.

    Who files for another by mandate does not consent for them (전자정부법 §42①): with mandates this asks the giver.
    """
    return person.pk


def standing(draft_id: Key, paper_id: str) -> LookUpConsent | None:
    """The consent that holds today."""
    return _of(draft_id).filter(paper_id=paper_id, withdrawn_at__isnull=True).first()


def all_of(draft_id: Key) -> list[LookUpConsent]:
    """Given and withdrawn, oldest first."""
    return list(_of(draft_id).order_by("given_at", "pk"))


def withdrawn(draft_id: Key) -> frozenset[str]:
    """Papers whose look-up was agreed to once and is not any more."""
    given = all_of(draft_id)
    return frozenset(c.paper_id for c in given if c.withdrawn_at) - _papers(
        c for c in given if not c.withdrawn_at
    )


def _of(draft_id: Key) -> QuerySet[LookUpConsent]:
    return LookUpConsent.objects.filter(draft_id=draft_id)


def _papers(rows: Iterable[LookUpConsent]) -> frozenset[str]:
    return frozenset(row.paper_id for row in rows)
