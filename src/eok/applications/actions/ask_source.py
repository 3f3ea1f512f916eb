"""Ask a source for a record, once however often it is tried, and keep whatever it answers (전자정부법 §36①, §43①).

The question is written before it leaves and the answer in a transaction of its own, so that an outage, a second press
or an answer that comes after another leaves its trace and takes nothing away.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from eok.applications import consents, looked
from eok.applications.look_up_states import ANSWERED, OPEN
from eok.applications.looked import Content
from eok.applications.models import RecordLookUp
from eok.catalogue.schema import LookUp, Paper, Service
from eok.core import clock
from eok.core.keys import keyring
from eok.forms import display
from eok.linkage import registry
from eok.linkage.errors import LinkageError
from eok.linkage.ports import Lookup, RecordAbsent, RecordByHand, RecordFound
from eok.rules.matching import same

Answered = RecordFound | RecordAbsent | RecordByHand


@dataclass(frozen=True)
class Question:
    """What is asked for one paper of one filing."""

    draft_id: UUID
    service: Service
    paper: Paper
    answers: Mapping[str, Any]
    signed: str = ""
    """The signature of the filing: stands in for the consent of a filing of before consents had rows."""

    @property
    def look_up(self) -> LookUp:
        assert self.paper.look_up is not None  # made of papers that may be looked up
        return self.paper.look_up

    @property
    def subject(self) -> str:
        return display.plain(self.service, self.answers).get(self.look_up.subject, "")


def ask(question: Question, *, by: str, anew: bool = False) -> RecordLookUp:
    """The row with the source's word. Must stand in no transaction: it waits for a network.

    by: `person:<id>`, `officer:<id>` or `system:eok`.  anew: also when there is an answer already.
    Raises LinkageError, after noting it.
    """
    row = _claim(question, by, anew)
    if row.state in ANSWERED:
        return row
    try:
        said = registry.port("shared_records").look_up(_lookup(question, row))
    except LinkageError as error:
        _failed(row, error)
        raise
    return _take(question, row.pk, said)


def _claim(question: Question, by: str, anew: bool) -> RecordLookUp:
    """The question that waits for its answer, or a new one; an answered one only where it is not asked anew."""
    try:
        with transaction.atomic():
            return _next(question, by, anew)
    except IntegrityError:  # somebody pressed at the same moment: theirs is ours
        return _rows(question).latest("number")


def _next(question: Question, by: str, anew: bool) -> RecordLookUp:
    last = _rows(question).select_for_update().order_by("-number").first()
    if last is not None and _same_subject(looked.read(last).subject, question.subject):
        if last.state in (*OPEN, "asked"):
            last.attempts += 1
            last.save(update_fields=["attempts"])
            return last
        if not anew:
            return last
    return _new(question, by, last.number + 1 if last else 1)


def _same_subject(asked: str, subject: str) -> bool:
    return asked == subject or same(asked, subject)


def waiting_or_new(question: Question, by: str) -> RecordLookUp:
    """The look-up that was left to an officer, or one of its own; in the caller's transaction."""
    last = _rows(question).select_for_update().order_by("-number").first()
    if last is not None and last.state == "by_hand":
        last.asked_by = by
        return last
    return _new(question, by, last.number + 1 if last else 1)


def _rows(question: Question) -> QuerySet[RecordLookUp]:
    return RecordLookUp.objects.filter(draft_id=question.draft_id, paper_id=question.paper.id)


def _new(question: Question, by: str, number: int) -> RecordLookUp:
    consent = consents.standing(question.draft_id, question.paper.id) if question.look_up.consent else None
    row = RecordLookUp(
        draft_id=question.draft_id,
        paper_id=question.paper.id,
        number=number,
        kind=question.look_up.kind,
        key=f"{question.draft_id}:{question.paper.id}:{number}",
        consent=consent,
        basis="" if question.look_up.consent else (question.paper.source.cite or ""),
        asked_by=by,
        asked_at=clock.now(),
        attempts=1,
        state="asked",
        wrapped_key=keyring().new_data_key(),
    )
    looked.seal(row, Content(subject=question.subject))
    row.save(force_insert=True)
    return row


def _lookup(question: Question, row: RecordLookUp) -> Lookup:
    consent = str(row.consent_id) if row.consent_id else question.signed or None
    return Lookup(
        key=row.key,
        kind=row.kind,
        subject_no=question.subject,
        purpose=f"{question.service.name.ko} 처리",
        consent_id=consent if question.look_up.consent else None,
        basis=row.basis,
        scope=question.look_up.shows,  # no more than the person was told (전자정부법 §42① 2호)
    )


@transaction.atomic
def _failed(row: RecordLookUp, error: LinkageError) -> None:
    """An outage or a refusal; an answer that came meanwhile stays."""
    held = RecordLookUp.objects.select_for_update().get(pk=row.pk)
    if held.state not in ANSWERED:
        held.state = "outage" if error.retryable else "refused"
        held.save(update_fields=["state"])


@transaction.atomic
def _take(question: Question, row_id: UUID, said: Answered) -> RecordLookUp:
    """Write the answer down, and whether it says something else than one before it."""
    row = _put(row_id, said)
    known = looked.of_filing(question.draft_id, question.service, question.answers)
    if known[question.paper.id].contradicted:
        row.disputed = True
        row.save(update_fields=["disputed"])
    return row


def _put(row_id: UUID, said: Answered) -> RecordLookUp:
    """Where an answer stands already, beside it and not over it."""
    held = RecordLookUp.objects.select_for_update().get(pk=row_id)
    if isinstance(said, RecordByHand):
        if held.state not in ANSWERED:
            held.state = "by_hand"
            held.save(update_fields=["state"])
        return held
    if held.state in ANSWERED:
        return held if _same_word(held, said) else _beside(held, said)
    return _write(held, said)


def _same_word(held: RecordLookUp, said: RecordFound | RecordAbsent) -> bool:
    facts = dict(said.facts) if isinstance(said, RecordFound) else {}
    return (held.state == "absent") == isinstance(said, RecordAbsent) and dict(
        looked.read(held).facts
    ) == facts


def _beside(held: RecordLookUp, said: RecordFound | RecordAbsent) -> RecordLookUp:
    """A row of its own for a second answer to one question."""
    subject = looked.read(held).subject
    last = RecordLookUp.objects.filter(draft_id=held.draft_id, paper_id=held.paper_id).latest("number")
    held.number, held.key = last.number + 1, f"{held.key}/{last.number + 1}"
    held.pk, held.arrival, held.wrapped_key = uuid4(), None, keyring().new_data_key()
    looked.seal(held, Content(subject=subject))
    held.save(force_insert=True)
    return _write(held, said)


def _write(row: RecordLookUp, said: RecordFound | RecordAbsent) -> RecordLookUp:
    subject = looked.read(row).subject
    row.state = "found" if isinstance(said, RecordFound) else "absent"
    row.source, row.looked_up_at, row.reference_no = said.source, said.looked_up_at, said.reference_no
    row.answered_at, row.arrival = clock.now(), looked.next_arrival(row)
    looked.seal(row, Content(subject, said.facts if isinstance(said, RecordFound) else {}))
    row.save()
    return row
