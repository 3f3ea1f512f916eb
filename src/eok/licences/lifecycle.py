"""What can happen to an entry of a register: one table, one row a verb; pages, replay and import read it.

Who writes, from which states, what becomes of it and of the papers issued before, and the article. A closed,
revoked or struck-off entry stays in the book; only a correction or a reversal (행정기본법 §18) still reaches it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from eok.licences.errors import LicenceStateError
from eok.licences.states import STATES


class Papers(StrEnum):
    """What becomes of the papers issued before, in the same transaction."""

    KEEP = "keep"
    REPLACED = "replaced"
    """A newer paper says what holds; the older number says so at once."""
    VOID = "void"
    """Nothing is certified any more."""


class By(StrEnum):
    GRANT = "grant"
    """A case that was granted, by the file of its affair."""
    OFFICER = "officer"
    """The office of its own accord, by who decides after the delegation table."""
    IMPORT = "import"
    """The district's older book, read in."""


@dataclass(frozen=True)
class Verb:
    name: str
    label: str
    sources: tuple[str, ...]
    """States it may happen in; none: it begins the entry."""
    to: str
    """State after it; empty: the state stays."""
    by: By
    law: str
    """Of the procedure; empty: only the single law, whose article stands in the event."""
    papers: Papers = Papers.KEEP
    writes: bool = False
    """Whether what it says is laid over the content of the entry."""


STANDING = ("active", "suspended")
ENDED = ("closed", "revoked", "struck_off")

VERBS: tuple[Verb, ...] = (
    Verb("opened", "새로 올림", (), "active", By.GRANT, "", writes=True),
    Verb("imported", "옮겨 적음", (), "", By.IMPORT, "공공기록물법 §16", writes=True),
    Verb("changed", "변경", STANDING, "", By.GRANT, "", Papers.REPLACED, writes=True),
    Verb("suspended", "휴업", ("active",), "suspended", By.GRANT, ""),
    Verb("resumed", "영업재개", ("suspended",), "active", By.GRANT, ""),
    Verb("closed", "폐업", STANDING, "closed", By.GRANT, "", Papers.VOID),
    Verb("succeeded", "지위승계", STANDING, "", By.GRANT, "", Papers.REPLACED, writes=True),
    Verb("reissued", "재발급", STANDING, "", By.GRANT, "", Papers.REPLACED),
    Verb("sanctioned", "행정처분", STANDING, "", By.OFFICER, "행정절차법 §24①"),
    Verb("sanction_lifted", "행정처분 풂", (*STANDING, *ENDED), "", By.OFFICER, "행정기본법 §18①"),
    Verb("revoked", "취소", STANDING, "revoked", By.OFFICER, "행정절차법 §24①", Papers.VOID),
    Verb("struck_off", "직권말소", STANDING, "struck_off", By.OFFICER, "행정절차법 §24①", Papers.VOID),
    Verb("corrected", "정정", (*STANDING, *ENDED), "", By.OFFICER, "행정절차법 §25", writes=True),
    Verb("reinstated", "되살림", ENDED, "active", By.OFFICER, "행정기본법 §18①"),
)  # fmt: skip
_BY_NAME: Mapping[str, Verb] = {verb.name: verb for verb in VERBS}

EFFECTS: Mapping[str, str] = {
    "open": "opened", "change": "changed", "suspend": "suspended", "resume": "resumed", "close": "closed",
    "succeed": "succeeded", "reissue": "reissued",
}  # fmt: skip
"""What an affair's file calls the effect of its grant, and the verb of the register."""


def verb(name: str) -> Verb:
    return _BY_NAME[name]


def require(state: str, name: str, licence_no: str) -> Verb:
    """The row, if the verb is open in this state. Raises LicenceStateError."""
    row = _BY_NAME[name]
    if state not in row.sources:
        raise LicenceStateError(licence_no, STATES[state].label, row.label)
    return row


def acts(state: str) -> tuple[Verb, ...]:
    """What the office may do of its own accord in this state."""
    return tuple(row for row in VERBS if row.by is By.OFFICER and state in row.sources)
