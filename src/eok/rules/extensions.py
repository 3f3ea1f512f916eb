"""May the period be extended, and if not, why.

Law: 민원처리법 시행령 §21①: once for one of four grounds, once more with the applicant's consent, each time by
at most the original period; §21②: too much work, an officer not named or absent are no grounds.
"""

from dataclasses import dataclass
from datetime import datetime

from eok.rules.counting import may_extend
from eok.rules.periods import Mode, Period, last_calendar_day

GROUNDS = {
    "cooperation": "관계 기관·부서의 협조가 필요해요.",
    "fact_check": "사실관계나 현장을 확인해야 해요.",
    "force_majeure": "천재지변 같은 불가항력의 사정이 있어요.",
    "similar": "앞의 셋에 준하는 사정이 있어요.",
}
"""민원처리법 시행령 §21① 1–4호."""

EXTENSIONS_AT_MOST = 2  # 민원처리법 시행령 §21①


@dataclass(frozen=True)
class Extending:
    """An extension as an officer means to decide it."""

    by: Period
    ground: str
    earlier: int
    """Extensions of this case so far."""
    consented: bool
    """The applicant agreed, on record."""
    at: datetime


@dataclass(frozen=True)
class Refused:
    """Why not, with its article."""

    text: str
    law: str


def why_not(extending: Extending, period: Period, due_at: datetime | None) -> Refused | None:
    """None when the extension is lawful. due_at: None while the clock stands."""
    law = "민원처리법 시행령 §21①"
    if extending.ground not in GROUNDS:
        text = "늘릴 수 있는 까닭이 아니에요. 업무가 많거나 담당자가 없는 것은 까닭이 될 수 없어요."
        return Refused(text, "민원처리법 시행령 §21①②")
    if extending.earlier >= EXTENSIONS_AT_MOST:
        return Refused("이미 두 번 늘렸어요. 더 늘릴 수 없어요.", law)
    if extending.earlier and not extending.consented:
        return Refused("이미 한 번 늘렸어요. 다시 늘리려면 민원인의 동의가 필요해요.", law)
    if due_at is not None and extending.at > due_at:
        return Refused("처리기한이 지났어요. 기한이 지난 뒤에는 늘릴 수 없어요.", law)
    if not may_extend(period, extending.by) or _longer(extending.by, period, extending.at):
        return Refused(f"처음 처리기간({period.words})보다 길게 늘릴 수 없어요.", law)
    return None


def _longer(by: Period, period: Period, at: datetime) -> bool:
    if period.mode is Mode.HOURS:
        return by.minutes > period.minutes
    if period.mode is Mode.DAYS:
        return by.value > period.value
    day = at.date()
    return last_calendar_day(day, by) > last_calendar_day(day, period)
