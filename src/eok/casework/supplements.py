"""The content of a demand to complete a filing: which question or paper, and what is wrong with it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal
from uuid import UUID

from eok.casework.models import Case, Supplement
from eok.core import sealed
from eok.core.keyed import Key


@dataclass(frozen=True)
class Wanted:
    """One thing to mend, pinned to its place."""

    kind: Literal["question", "paper"]
    id: str
    label: str
    message: str
    """The officer's sentence, which the resident reads."""


def seal_wanted(supplement: Supplement, wrapped_key: bytes, wanted: list[Wanted]) -> None:
    supplement.content = sealed.seal(wrapped_key, [asdict(w) for w in wanted], context=_context(supplement))


def wanted(supplement: Supplement, wrapped_key: bytes) -> list[Wanted]:
    rows: list[dict[str, Any]] = sealed.unseal(wrapped_key, supplement.content, context=_context(supplement))
    return [Wanted(**row) for row in rows]


def waiting(case_id: Key) -> Supplement | None:
    """The demand that is still open."""
    return Supplement.objects.filter(case_id=case_id, answered_at__isnull=True).order_by("-number").first()


def waiting_of(cases: Iterable[Case]) -> dict[UUID, Supplement]:
    """The open demands of a list, by case."""
    rows = Supplement.objects.filter(case__in=list(cases), answered_at__isnull=True).order_by("number")
    return {row.case_id: row for row in rows}


def _context(supplement: Supplement) -> str:
    return f"case:{supplement.case_id}:supplement:{supplement.number}"
