"""The states of a licence and what a reader of a paper is told about each.

영업정지 is no state of its own: it holds from its first to its last day (식품위생법 §75①), so it follows from
the sanction's days when one asks, never from a job that may be late.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class LicenceState:
    label: str
    in_force: bool
    """May the holder do today what the paper says?"""
    told: str
    """The sentence 진위확인 gives."""


STATES: dict[str, LicenceState] = {
    "active": LicenceState("영업", True, "오늘도 유효해요."),
    "suspended": LicenceState("휴업", False, "지금은 휴업 중이에요."),
    "closed": LicenceState("폐업", False, "폐업해서 더는 유효하지 않아요."),
    "revoked": LicenceState("취소", False, "행정처분으로 취소되어 유효하지 않아요."),
    "struck_off": LicenceState("말소", False, "직권으로 말소되어 유효하지 않아요."),
}


def state_choices() -> list[tuple[str, str]]:
    return [(key, state.label) for key, state in STATES.items()]


def ordered_to_stop(until: date | None) -> LicenceState:
    """영업정지 today. until: its last day, None without an end."""
    end = f"{until.year}년 {until.month}월 {until.day}일까지 " if until else ""
    return LicenceState("영업정지", False, f"{end}영업정지 기간이에요.")
