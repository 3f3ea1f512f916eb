"""A question as a template sees it: plain values, nothing of the room that asks.

The room eok.forms turns its questions into these; officers' screens build them by hand. The macros
of `krds/field.html` draw them: label above, help under it, error under the field (KWCAG 2.2, 7.3.2, 7.4).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from eok.krds.beside import Beside


class Kind(StrEnum):
    """Which control answers the question."""

    TEXT = "text"
    TEL = "tel"
    EMAIL = "email"
    URL = "url"
    NUMBER = "number"
    """A count or an amount with its unit; typed as text so that 010 and 1,000 survive."""
    MONEY = "money"
    DATE = "date"
    """Three short inputs: typing is quicker and surer than a calendar, and read aloud part by part."""
    TEXTAREA = "textarea"
    SELECT = "select"
    TILES = "tiles"
    """Radios as tiles side by side; for two to four short answers."""
    RADIOS = "radios"
    """Radios under each other; for longer answers."""
    CHECKBOX = "checkbox"
    """One box to tick: an agreement."""
    CHECKBOXES = "checkboxes"
    FILE = "file"
    ADDRESS = "address"
    """Road address found by search, and the detail typed after it."""
    TABLE = "table"
    """Rows of the same few inputs, or all rows as text."""
    RESULT = "result"
    """Nothing to type: a value worked out from the answers, told anew when it changes."""


@dataclass(frozen=True)
class Choice:
    """One answer that can be picked."""

    value: str
    label: str
    help: str = ""
    """A sentence under the label, when the answer needs one."""
    beside: Beside | None = None
    """The label in the reader's other words."""
    reveals: str = ""
    """Id of the block that hangs under this answer, when it opens further questions."""


@dataclass(frozen=True)
class Part:
    """One input of a question that has several: year, month, day; road address, detail, postcode."""

    name: str
    label: str
    value: str = ""
    autocomplete: str = ""
    width: str = ""
    """Class of the width: w-4, w-2, w-full …"""
    readonly: bool = False


@dataclass(frozen=True)
class FoundAddress:
    """One line of what an address search found."""

    value: str
    """What the page sends when it is chosen."""
    road: str
    postcode: str
    jibun: str


@dataclass(frozen=True)
class AddressSearch:
    """주소 찾기 of an address field: its button, and what the last press brought."""

    offered: bool = True
    """Whether there is a button."""
    post_url: str = ""
    """Answers a press with the questions alone (htmx); empty: the page is sent."""
    said: str = ""
    """How many were found, or why none."""
    found: Sequence[FoundAddress] = ()
    trial: bool = False
    """What was found is made up."""
    focus: Literal["", "said", "detail"] = ""
    """Where one goes on."""


@dataclass(frozen=True)
class Column:
    """What each row of a table is asked."""

    name: str
    label: str
    options: Sequence[Choice] = ()
    inputmode: str = ""
    unit: str = ""
    required: bool = True


@dataclass(frozen=True)
class Grid:
    """A table to fill."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]] = ()
    """What stands in the cells; blank rows at the end, none of any kind when it stands as text."""
    text: str = ""
    """All rows as text, where they are too many for inputs; or what was pasted and cannot be read."""


@dataclass(frozen=True)
class Field:
    """One question with what was answered and what is wrong with it."""

    id: str
    """Id of the control (or of its fieldset); error links lead here."""
    name: str
    label: str
    kind: Kind = Kind.TEXT
    value: str | Sequence[str] = ""
    """What was typed, kept as typed; a sequence for checkboxes."""
    help: str = ""
    error: str = ""
    options: Sequence[Choice] = ()
    parts: Sequence[Part] = ()
    """Inputs of a date or an address; empty means the usual ones (`date_field`, `address_field`)."""
    required: bool = True
    autocomplete: str = ""
    """HTML autocomplete token: name, tel, email, bday … (KWCAG 2.2, 7.4)."""
    inputmode: str = ""
    unit: str = ""
    """Written after the number: 명, ㎡, 원."""
    max_length: int | None = None
    rows: int = 4
    width: str = ""
    """Class of the input's width where the answer's length is known: w-10 holds ten characters."""
    readonly: bool = False
    source_note: str = ""
    """Where a known answer comes from: 지난 신청에서 가져왔어요."""
    change_url: str = ""
    """Where a known answer can be changed; drawn as 고치기 beside the note."""
    accept: str = ""
    """Kinds of file, as the file input takes them."""
    multiple: bool = False
    search: AddressSearch | None = None
    """Of an address; None where nothing is said of it."""
    grid: Grid | None = None
    """Of a table."""
    beside: Beside | None = None
    """The label in the reader's other words."""
    help_beside: Beside | None = None
    level: int = 0
    """Depth of a question that was revealed by another."""
    autosave: bool = True

    @property
    def help_id(self) -> str:
        return f"{self.id}-help"

    @property
    def error_id(self) -> str:
        return f"{self.id}-error"

    @property
    def described_by(self) -> str:
        """Ids for aria-describedby: the error first, so that it is heard first."""
        has_help = self.help or self.source_note
        return " ".join(i for i, there in ((self.error_id, self.error), (self.help_id, has_help)) if there)

    def is_chosen(self, value: str) -> bool:
        return value == self.value if isinstance(self.value, str) else value in self.value


@dataclass(frozen=True)
class FieldError:
    """One line of the error summary; it links to the field."""

    field_id: str
    message: str


def errors_of(fields: Iterable[Field]) -> list[FieldError]:
    """The summary of everything that is wrong, in the order of reading."""
    return [FieldError(_first_control(field), field.error) for field in fields if field.error]


def _first_control(field: Field) -> str:
    """Where the focus goes: a group takes it at its first control."""
    if field.kind in (Kind.TILES, Kind.RADIOS, Kind.CHECKBOXES) and field.options:
        return f"{field.id}-1"
    if field.kind is Kind.TABLE and field.grid:
        return f"{field.id}-1-1" if field.grid.rows else f"{field.id}-paste"
    if field.kind in (Kind.DATE, Kind.ADDRESS):
        return f"{field.id}-1"
    return field.id


DATE_PARTS = (
    ("year", "년", "bday-year", "w-4"),
    ("month", "월", "bday-month", "w-2"),
    ("day", "일", "bday-day", "w-2"),
)


def date_parts(name: str, value: str, *, birthday: bool = False) -> tuple[Part, ...]:
    """The three inputs of a date. value: ISO (2026-11-27) or the three parts as typed, joined by hyphens."""
    typed = [*value.split("-", 2), "", "", ""]
    return tuple(
        Part(f"{name}.{key}", label, typed[n], token if birthday else "", width)
        for n, (key, label, token, width) in enumerate(DATE_PARTS)
    )


ADDRESS_PARTS = (
    ("road", "도로명주소", "street-address", "w-full"),
    ("detail", "상세주소", "address-line2", "w-full"),
    ("postcode", "우편번호", "postal-code", "w-6"),
)


def address_parts(name: str, road: str = "", detail: str = "", postcode: str = "") -> tuple[Part, ...]:
    """The inputs of an address, each under its own label."""
    values = (road, detail, postcode)
    return tuple(
        Part(f"{name}.{key}", label, values[n], token, width)
        for n, (key, label, token, width) in enumerate(ADDRESS_PARTS)
    )
