"""What an event of a case says: sealed under the case's key, in the version of its row, read in today's.

Events are never rewritten, so a verb that says more than before raises its version here and brings the
older ones up when they are read (`core/payloads.py`). The version stands in the row, under the chain's hash.
"""

from collections.abc import Mapping
from typing import Any

from eok.casework.models import CaseEvent
from eok.core import sealed
from eok.core.payloads import FIRST_SPELLING, Spelling


def _nothing_pinned(said: dict[str, Any], written: int) -> dict[str, Any]:
    """Version 1 of a decision did not say under which law, rules and calendar it was made."""
    return {**said, "in_force": {}}


def _no_fee_kept(said: dict[str, Any], written: int) -> dict[str, Any]:
    """Version 1 of a filing did not say what it cost."""
    return {**said, "fee": {}}


_DECISION = Spelling(2, _nothing_pinned)
SPELLINGS: Mapping[str, Spelling] = {
    "file": Spelling(2, _no_fee_kept),
    "grant": _DECISION,
    "refuse": _DECISION,
    "return_documents": _DECISION,
}
"""By verb; a verb that is not here is still written as it first was."""


def spelling(verb: str) -> Spelling:
    return SPELLINGS.get(verb, FIRST_SPELLING)


def seal(event: CaseEvent, details: Mapping[str, Any], wrapped_key: bytes) -> None:
    """Write them into the row, with their version. Without a key (보존기간 끝남) there is nothing to tell."""
    event.version = spelling(event.verb).version
    event.details = sealed.seal(wrapped_key, dict(details), context=_context(event)) if wrapped_key else b""


def read(event: CaseEvent, wrapped_key: bytes) -> dict[str, Any]:
    """Decrypted, in today's fields. Raises UnknownVersionError for one of a newer program."""
    said: dict[str, Any] = sealed.unseal(wrapped_key, event.details, context=_context(event))
    return spelling(event.verb).brought_up(said, event.version, f"사건 이력({event.verb})")


def _context(event: CaseEvent) -> str:
    return f"case:{event.case_id}:event:{event.sequence}"
