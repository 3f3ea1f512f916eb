"""One entry of a register on one page: what it says, what happened, its sanctions and papers, what can be done."""

from collections.abc import Iterable
from dataclasses import dataclass

from eok.accounts import queries as accounts
from eok.accounts.models import Officer
from eok.certificates import queries as certificates
from eok.core.keyed import Key
from eok.core.pii import Veil
from eok.desk import registerlist
from eok.krds import filters
from eok.licences import columns, lifecycle, queries
from eok.licences.actions import act
from eok.licences.errors import LicenceNotFoundError, RegisterFileError
from eok.licences.models import Licence, Sanction
from eok.licences.queries import HistoryLine
from eok.licences.sanctions import LABELS, SanctionKind
from eok.licences.taking import HEARD


@dataclass(frozen=True)
class Told:
    """One line of the history."""

    on: str
    what: str
    who: str
    law: str
    case_id: str
    """Of the case that wrote it; empty: none did."""
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SanctionTold:
    label: str
    days: str
    won: str
    lifted: str


@dataclass(frozen=True)
class Doing:
    """One row of what the office may do."""

    verb: str
    label: str
    why_not: str


def entry_of(officer: Officer, licence_id: Key) -> Licence:
    """Raises LicenceNotFoundError also for an entry another department keeps."""
    found = queries.get(licence_id)
    if found is None or found.register not in registerlist.registers_of(officer):
        raise LicenceNotFoundError
    return found


def context(licence: Licence, officer: Officer, *, lifted: bool) -> dict[str, object]:
    content = queries.content(licence)
    veil = columns.veil(content, lifted=lifted)
    return {
        "licence": licence,
        "register": registerlist.registers_of(officer)[licence.register].name,
        "stands": queries.standing(licence),
        "content": _captioned(columns.shown(content, veil).items()),
        "history": [
            _told(line, accounts.officer_names(), veil) for line in reversed(queries.history(licence))
        ],
        "sanctions": [_sanction(one) for one in queries.sanctions(licence)],
        "papers": certificates.of_licence(licence.pk),
        "doings": doings(licence, officer),
    }


def doings(licence: Licence, officer: Officer) -> list[Doing]:
    """Every act that is open in this state, each with why this officer can't."""
    try:
        return [
            Doing(row.name, row.label, act.why_not(licence, row.name, officer))
            for row in lifecycle.acts(licence.state)
        ]
    except RegisterFileError:  # a register without a file of its law: nothing is offered
        return []


def latest(licence: Licence) -> Told:
    veil = columns.veil(queries.content(licence))
    return _told(queries.history(licence)[-1], accounts.officer_names(), veil)


def _captioned(content: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """In the order of the columns, those the house does not know at the end."""
    order = {key: n for n, key in enumerate(columns.COLUMNS)}
    known = sorted(content, key=lambda pair: order.get(pair[0], len(order)))
    return [(columns.caption(key), value) for key, value in known]


def _told(line: HistoryLine, names: dict[str, str], veil: Veil) -> Told:
    said, case = line.details, line.origin.removeprefix("case:") if line.actor_kind == "case" else ""
    who = names.get(line.actor, "담당자") if line.actor_kind == "officer" else WHO.get(line.actor_kind, "")
    facts = [("까닭", said.reason), ("문서번호", said.document_no), *_heard(said.heard)]
    if said.sanction:
        facts.insert(0, ("처분", sanction_words(said.sanction.kind, said.sanction.won)))
    facts += (
        _captioned(columns.shown(said.content, veil).items())
        if line.verb not in ("opened", "imported")
        else []
    )
    return Told(line.on, line.label, who, line.law, case, tuple((k, veil.text(v)) for k, v in facts if v))


WHO = {"case": "민원 처리", "import": "옛 대장"}


def sanction_words(kind: str, won: int | None) -> str:
    """`과징금 3,000,000원`"""
    label = LABELS[SanctionKind(kind)]
    return f"{label} {filters.won(won)}" if won else label


def _heard(said: object) -> list[tuple[str, str]]:
    known = dict(said) if isinstance(said, dict) else {}
    words = {
        "heard": "의견", "notified_on": "사전 통지한 날", "answer_by": "의견제출 기한", "announced_on": "예고한 날", "note": "의견·사유",
    }  # fmt: skip
    known["heard"] = HEARD.get(known.get("heard", ""), "")
    return [(words[key], value) for key, value in known.items() if value]


def _sanction(one: Sanction) -> SanctionTold:
    end = f" ~ {one.to_on.isoformat()}" if one.to_on else ""
    return SanctionTold(
        one.get_kind_display(),
        f"{one.from_on.isoformat()}{end}",
        filters.won(one.won) if one.won else "",
        one.lifted_on.isoformat() if one.lifted_on else "",
    )
