"""What an officer saw at a source that no system asks: kept as a look-up like any other (전자정부법 §43①)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from eok.applications import looked
from eok.applications.actions.ask_source import Question, waiting_or_new
from eok.applications.look_up_states import OPEN
from eok.applications.looked import Content
from eok.applications.models import RecordLookUp
from eok.core import clock


@dataclass(frozen=True)
class Noted:
    """What was seen."""

    source: str
    reference_no: str
    looked_up_at: datetime
    """The day the officer looked, at its beginning."""
    agrees: str
    """ok or not_ok."""
    note: str


@transaction.atomic
def write_noted(question: Question, noted: Noted, *, by: str) -> RecordLookUp:
    """Answers what was left to an officer; nobody asks the source any more, but an answer under way is still kept."""
    row = waiting_or_new(question, by)
    others = RecordLookUp.objects.filter(draft_id=row.draft_id, paper_id=row.paper_id).exclude(pk=row.pk)
    others.filter(disputed=True).update(disputed=False)
    others.filter(state__in=OPEN).update(state="given_up")
    row.state, row.answered_at, row.arrival = "noted", clock.now(), looked.next_arrival(row)
    row.source, row.reference_no, row.looked_up_at = noted.source, noted.reference_no, noted.looked_up_at
    looked.seal(row, Content(question.subject, {}, noted.agrees, noted.note))
    row.save()
    return row
