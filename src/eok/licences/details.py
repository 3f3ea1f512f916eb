"""What an event of the register says: encrypted under the entry's key, in the version of its row, read in today's.

Version 1 was the content alone, as captions and values. Since version 2 an event also says why, on which
document, which sanction and what ended, so that the whole entry can be made again from its events.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from eok.core import sealed
from eok.core.payloads import Spelling
from eok.licences.models import LicenceEvent


@dataclass(frozen=True)
class Sanctioned:
    """The days and the sum of a 행정처분; the reason stands beside it."""

    kind: str
    from_on: date
    to_on: date | None = None
    won: int | None = None


@dataclass(frozen=True)
class Details:
    content: Mapping[str, str] = field(default_factory=dict)
    """Columns laid over the entry where the verb writes; else kept for the history."""
    register: str = ""
    licence_no: str = ""
    """Of the first event: whose line it is."""
    state: str = ""
    """State an imported entry had in the older book."""
    ended_on: date | None = None
    reason: str = ""
    document_no: str = ""
    """Of the written decision (행정절차법 §24①)."""
    heard: Mapping[str, str] = field(default_factory=dict)
    """사전통지, 의견제출 or 청문, as dates and words (행정절차법 §21, §22)."""
    sanction: Sanctioned | None = None
    lifts: int | None = None
    """Sequence of the sanction that ends."""


def _content_alone(said: dict[str, Any], written: int) -> dict[str, Any]:
    return {"content": said}


SPELLING = Spelling(2, _content_alone)


def seal(event: LicenceEvent, details: Details, wrapped_key: bytes) -> None:
    event.version = SPELLING.version
    said = {key: value for key, value in asdict(details).items() if value not in (None, "", {})}
    event.details = sealed.seal(wrapped_key, _plain(said), context=_context(event))


def read(event: LicenceEvent, wrapped_key: bytes) -> Details:
    """Raises KeyringError, UnknownVersionError."""
    said = sealed.unseal(wrapped_key, event.details, context=_context(event))
    fields = SPELLING.brought_up(dict(said), event.version, f"대장 변동 내역({event.verb})")
    for name in ("ended_on",):
        fields[name] = _day(fields.get(name))
    if fields.get("sanction"):
        kept = fields["sanction"]
        fields["sanction"] = Sanctioned(
            kept["kind"], date.fromisoformat(kept["from_on"]), _day(kept.get("to_on")), kept.get("won")
        )
    return Details(**fields)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if value else None


def _context(event: LicenceEvent) -> str:
    return f"licence:{event.licence_id}:event:{event.sequence}"
