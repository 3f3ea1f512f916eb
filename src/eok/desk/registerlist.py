"""The list of the registers: what the address asks for, and its rows with personal values masked.

A list shows no personal value in clear; a file does after 가림 풀기 (decision 0027).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import QuerySet
from django.http import QueryDict

from eok.accounts.models import Officer
from eok.casework import permissions
from eok.core import characters, clock
from eok.licences import columns, queries
from eok.licences.models import Licence
from eok.licences.states import STATES, LicenceState
from eok.offices import queries as offices
from eok.offices.district import Register

PAGE = 100
LONGEST_QUERY = 100
STOPPED = "stopped"
"""Asked for as a state: 영업정지, which follows from the days of a sanction."""
SORTS = {"newest": "나중에 올린 순", "oldest": "먼저 올린 순", "number": "번호 순"}
_ORDER = {
    "newest": ("-opened_on", "-licence_no"), "oldest": ("opened_on", "licence_no"), "number": ("licence_no",),
}  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """What the address asks for; an unknown word means everything."""

    words: str = ""
    register: str = ""
    state: str = ""
    kind: str = ""
    sort: str = "newest"

    def query(self, **changed: str) -> str:
        """`?q=…&`, to be followed by more."""
        given = {
            "q": self.words,
            "register": self.register,
            "state": self.state,
            "kind": self.kind,
            "sort": self.sort,
        }
        said = {key: value for key, value in {**given, **changed}.items() if value and value != "newest"}
        return f"?{urlencode(said)}&" if said else "?"


@dataclass(frozen=True)
class Row:
    id: UUID
    register: str
    number: str
    name: str
    holder: str
    kind: str
    premises: str
    opened_on: str
    stands: LicenceState


def asked(given: QueryDict, registers: Mapping[str, Register]) -> Asked:
    register, state, sort = given.get("register", ""), given.get("state", ""), given.get("sort", "")
    return Asked(
        words=_typed(given, "q"),
        register=register if register in registers else "",
        state=state if state in STATES or state == STOPPED else "",
        kind=_typed(given, "kind"),
        sort=sort if sort in SORTS else "newest",
    )


def _typed(given: QueryDict, name: str) -> str:
    """As the register keeps its words; PostgreSQL takes no NUL."""
    return characters.cleaned(given.get(name, "").replace("\0", ""))[:LONGEST_QUERY]


def registers_of(officer: Officer) -> Mapping[str, Register]:
    """The 대장 the officer's departments keep."""
    return offices.registers_of(permissions.departments_of(officer))


def found(wanted: Asked, registers: Mapping[str, Register]) -> QuerySet[Licence]:
    rows = queries.search(wanted.words, [wanted.register] if wanted.register else list(registers))
    if wanted.state == STOPPED:
        rows = queries.under_sanction(rows.filter(state="active"), clock.seoul_now().date())
    elif wanted.state:
        rows = rows.filter(state=wanted.state)
    if wanted.kind:
        rows = queries.of_kind(rows, wanted.kind)
    return rows.order_by(*_ORDER[wanted.sort])


def rows(licences: list[Licence], registers: Mapping[str, Register], *, clear: bool = False) -> list[Row]:
    stands = queries.standings(licences, clock.seoul_now().date())
    return [_row(one, stands[one.pk], registers, clear=clear) for one in licences]


def _row(licence: Licence, stands: LicenceState, registers: Mapping[str, Register], *, clear: bool) -> Row:
    content = queries.content(licence)
    said = columns.shown(content, columns.veil(content, lifted=clear))
    return Row(
        licence.pk,
        registers[licence.register].name,
        licence.licence_no,
        said.get("name", ""),
        said.get("holder", ""),
        said.get("kind", ""),
        said.get("premises", ""),
        licence.opened_on.isoformat(),
        stands,
    )
