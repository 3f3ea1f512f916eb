"""One row of an older book, held against what an entry may say: an entry, or why it can't be one."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from eok.core import characters
from eok.core.errors import EokError
from eok.licences.columns import COLUMNS
from eok.rules import check_digits

EARLIEST = date(1945, 8, 15)
NUMBER_LENGTH = 60
STATES = {
    "": "active", "영업": "active", "영업중": "active", "영업/정상": "active", "정상": "active", "휴업": "suspended",
    "폐업": "closed", "취소": "revoked", "허가취소": "revoked", "등록취소": "revoked", "말소": "struck_off", "직권말소": "struck_off",
}  # fmt: skip
"""As the books write the state, without blanks."""


class RowError(EokError):
    """Why a row can't be an entry; never shown alone: a line of the report."""


@dataclass(frozen=True)
class ImportedRow:
    licence_no: str
    opened_on: date
    state: str
    ended_on: date | None
    content: Mapping[str, str]


def read(cells: Sequence[str], places: Mapping[str, int], today: date) -> ImportedRow:
    """Raises RowError with a Korean sentence that repeats no personal value."""
    said = {
        column: _text(cells[place] if place < len(cells) else "", column) for column, place in places.items()
    }
    number = said.pop("licence_no")
    if not number:
        raise RowError("번호가 비어 있습니다.")
    state = _state(said.pop("state", ""))
    opened_on = _day(said.pop("opened_on"), "신고일", today)
    if opened_on is None:
        raise RowError("신고일이 비어 있습니다.")
    ended_on = _day(said.pop("ended_on", ""), "끝난 날", today)
    _consistent(state, opened_on, ended_on)
    if not said.get("name"):
        raise RowError("상호가 비어 있습니다.")
    content = {column: CHECKED.get(column, str)(value) for column, value in said.items() if value}
    return ImportedRow(number, opened_on, state, ended_on, content)


def _text(cell: str, column: str) -> str:
    """In the one spelling the house keeps."""
    kept = characters.cleaned(cell)
    caption, longest = ("번호", NUMBER_LENGTH) if column not in COLUMNS else (
        COLUMNS[column].caption, COLUMNS[column].max_length
    )  # fmt: skip
    if characters.refused(kept):
        raise RowError(f"{caption}에 보이지 않는 글자(제어 문자)가 있습니다.")
    if len(kept) > longest:
        raise RowError(f"{caption}의 글이 너무 깁니다({longest}자까지).")
    return kept


def _state(text: str) -> str:
    found = STATES.get("".join(text.split()))
    if found is None:
        raise RowError("상태를 알 수 없습니다(영업, 휴업, 폐업, 취소, 말소).")
    return found


_DATE = re.compile(r"(\d{4})[-./년]?\s*(\d{1,2})[-./월]?\s*(\d{1,2})[.일]?(?: 00:00:00)?")


def _day(text: str, caption: str, today: date) -> date | None:
    if not text:
        return None
    match = _DATE.fullmatch(text)
    try:
        day = date(*(int(part) for part in match.groups())) if match else None
    except ValueError:
        day = None
    if day is None:
        raise RowError(f"{caption}의 날짜를 읽을 수 없습니다(예: 2024-03-04).")
    if not EARLIEST <= day <= today:
        raise RowError(f"{caption}의 날짜가 오늘보다 뒤이거나 너무 옛날입니다.")
    return day


def _consistent(state: str, opened_on: date, ended_on: date | None) -> None:
    ended = state in ("closed", "revoked", "struck_off")
    if ended and ended_on is None:
        raise RowError("폐업·취소·말소인데 끝난 날이 비어 있습니다.")
    if not ended and ended_on is not None:
        raise RowError("영업·휴업인데 끝난 날이 적혀 있습니다.")
    if ended_on is not None and ended_on < opened_on:
        raise RowError("끝난 날이 신고일보다 앞섭니다.")


def _business_no(text: str) -> str:
    found = check_digits.business_no(text)
    if found is None:
        raise RowError("사업자등록번호의 검증 숫자가 맞지 않습니다.")
    return found


def _corporation_no(text: str) -> str:
    found = check_digits.corporation_no(text)
    if found is None:
        raise RowError("법인등록번호의 검증 숫자가 맞지 않습니다.")
    return found


def _no_resident_no(text: str) -> str:
    """주민등록번호 has no place in our registers (개인정보 보호법 §24의2①)."""
    if check_digits.resident_no(text) is not None:
        raise RowError("생년월일 칸에 주민등록번호로 보이는 것이 있습니다. 생년월일만 남겨 주세요.")
    return text


CHECKED: Mapping[str, Callable[[str], str]] = {
    "business_no": _business_no, "corporation_no": _corporation_no, "birth_date": _no_resident_no,
}  # fmt: skip
