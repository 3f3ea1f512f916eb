"""What happens in this room."""

from dataclasses import dataclass
from datetime import date, datetime

from eok.core.events import Event


@dataclass(frozen=True)
class ApplicationFiled(Event):
    """An application entered the office's computer (행정절차법 §17②)."""

    application_id: str
    filed_at: datetime


@dataclass(frozen=True)
class DraftEnding(Event):
    """A draft goes in a few days unless it is saved again."""

    draft_id: str
    expires_on: date
