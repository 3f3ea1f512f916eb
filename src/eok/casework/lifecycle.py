"""The one table: which states a case has, which verbs lead from where to where, by whom, by what article.

Screens, permissions, the clock and the notices read it; nobody else knows a state by name in order to
decide what may be done. Pure. The articles: 민원 처리에 관한 법률 (민원처리법), its decree and rule.
"""

from dataclasses import dataclass
from enum import Enum

from eok.core.errors import ConflictError, NotFoundError
from eok.core.korean import with_particle


class By(Enum):
    """Who may do a verb."""

    RESIDENT = "민원인"
    OFFICER = "담당자"
    """An officer of the department in charge."""
    DECIDER = "결재권자"
    """Who decides by the delegation table (행정업무의 운영 및 혁신에 관한 규정 §10②)."""
    SYSTEM = "자동"


class Clock(Enum):
    """What a verb does to the processing period."""

    NONE = "none"
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    EXTEND = "extend"
    STOP = "stop"


class Reason(Enum):
    """Whether a plain verb asks why."""

    NONE = "none"
    OPTIONAL = "optional"
    REQUIRED = "required"


@dataclass(frozen=True)
class State:
    """What people see of a state."""

    label: str
    """On the desk."""
    told: str
    """To the resident, in plain words."""
    badge: str
    """wait, work, turn (the resident's), good, bad, done"""
    open: bool = True
    """Is anything still to come?"""
    in_period: bool = False
    """Does the office still owe a decision, so that the processing period counts?"""


STATES: dict[str, State] = {
    "filed": State("접수 전", "신청했어요", "wait"),
    "accepted": State("처리 중", "담당자가 보고 있어요", "work", in_period=True),
    "supplement": State("보완 기다림", "서류를 기다리고 있어요", "turn", in_period=True),
    "proposed": State("결재 기다림", "결재를 기다리고 있어요", "work", in_period=True),
    "granted": State("수리", "신고를 받아들였어요", "good"),
    "awaiting_tax": State("등록면허세 기다림", "등록면허세를 내 주세요", "turn"),
    "awaiting_fee": State("수수료 기다림", "수수료를 내 주세요", "turn"),
    "issuing": State("발급 중", "신고증을 만들고 있어요", "work"),
    "completed": State("처리 완료", "모두 끝났어요", "done", open=False),
    "refused": State("수리 거부", "신고를 받아들이지 않았어요", "bad", open=False),
    "returned": State("반려", "서류를 돌려드렸어요", "bad", open=False),
    "withdrawn": State("취하", "신청을 거두어들였어요", "done", open=False),
    "ended": State("보존기간 끝남", "보존기간이 끝나 내용을 없앴어요", "done", open=False),
}
ENDED = "ended"
"""Its key is gone: nothing of what it said can be read (개인정보 보호법 §21)."""
STAYS = ""
"""Of a row: what happened moves the case nowhere."""

IN_PERIOD = tuple(key for key, state in STATES.items() if state.in_period)
"""States in which the office still owes a decision."""


@dataclass(frozen=True)
class Transition:
    """One row: a verb that may be done in these states."""

    verb: str
    label: str
    """On the button (officer) or link (resident)."""
    told: str
    """In the resident's timeline; empty: not told."""
    sources: tuple[str | None, ...]
    to: str
    """The state after it, or STAYS."""
    by: tuple[By, ...]
    clock: Clock
    law: str
    notice: str | None = None
    """Key of the notice in data/notices."""
    guard: str | None = None
    """Name of the further condition in `guards.py`."""
    plain: Reason | None = None
    """An officer's verb that only moves the case: `actions/do_plainly.py` does it, and the desk asks for a reason or
    not. None: the verb has an action and a page of its own."""


_READABLE = tuple(key for key in STATES if key != ENDED)
_S, _O, _D, _R = By.SYSTEM, By.OFFICER, By.DECIDER, By.RESIDENT

TRANSITIONS: tuple[Transition, ...] = (
    Transition("file", "신청", "신청했어요", (None,), "filed", (_R,), Clock.NONE,
               "행정절차법 §17②", "application_filed"),
    Transition("accept", "접수", "접수됐어요", ("filed",), "accepted", (_S, _O), Clock.START,
               "민원처리법 §9①; 민원처리법 시행령 §6⑧", "case_accepted"),
    Transition("request_supplement", "보완 요구", "고칠 곳을 알려 드렸어요", ("accepted",), "supplement", (_O,),
               Clock.PAUSE, "민원처리법 §22①; 민원처리법 시행령 §24①", "supplement_requested"),
    Transition("supply", "보완 제출", "고친 것이 도착했어요", ("supplement",), "accepted", (_R,), Clock.RESUME,
               "민원처리법 §22①; 행정절차법 시행령 §11 1호", "supplement_received"),
    Transition("ask_more_time", "보완 기간 늘리기", "보완 기간을 늘렸어요", ("supplement",), "supplement", (_R,),
               Clock.NONE, "민원처리법 시행령 §24②", "supplement_prolonged", "twice_at_most"),
    Transition("request_again", "다시 보완 요구", "한 번 더 알려 드렸어요", ("supplement",), "supplement", (_O,),
               Clock.NONE, "민원처리법 시행령 §24③", "supplement_requested", "supplement_lapsed_once"),
    Transition("return_documents", "반려", "서류를 돌려드렸어요", ("supplement",), "returned", (_O,), Clock.STOP,
               "민원처리법 시행령 §25①", "case_returned", "supplement_lapsed"),
    Transition("extend", "처리기간 늘리기", "처리 기간을 늘렸어요", ("accepted",), "accepted", (_O,), Clock.EXTEND,
               "민원처리법 시행령 §21①", "period_extended", "not_extended_yet"),
    Transition("propose", "결재 올리기", "결재를 올렸어요", ("accepted",), "proposed", (_O,), Clock.NONE,
               "행정업무의 운영 및 혁신에 관한 규정 §10①", None, "reviewed"),
    Transition("send_back", "돌려보내기", "", ("proposed",), "accepted", (_D,), Clock.NONE,
               "행정업무의 운영 및 혁신에 관한 규정 §10①"),
    Transition("grant", "수리", "신고를 받아들였어요", ("accepted", "proposed"), "granted", (_D,), Clock.STOP,
               "민원처리법 §27①", "case_granted", "reviewed"),
    Transition("refuse", "수리 거부", "신고를 받아들이지 않았어요", ("accepted", "proposed"), "refused", (_D,),
               Clock.STOP, "민원처리법 §27③; 행정절차법 §23", "case_refused"),
    Transition("await_tax", "등록면허세 기다림", "등록면허세를 알려 드렸어요", ("granted",), "awaiting_tax", (_S,),
               Clock.NONE, "지방세법 §35①; 지방세법 §38①", "tax_demanded"),
    Transition("clear_tax", "납부 확인", "등록면허세를 확인했어요", ("awaiting_tax",), "granted", (_S,), Clock.NONE,
               "지방세법 §38①; 지방세법 시행령 §52①", None),
    Transition("await_fee", "수수료 기다림", "수수료를 알려 드렸어요", ("granted",), "awaiting_fee", (_S,), Clock.NONE,
               "민원처리법 §29; 지방자치법 §154①", "fee_due"),
    Transition("clear_fee", "수수료 확인", "", ("awaiting_fee",), "granted", (_S,), Clock.NONE, "민원처리법 §29"),
    Transition("pay_fee", "수수료 납부", "수수료를 냈어요", _READABLE, STAYS, (_S,), Clock.NONE, "민원처리법 §29"),
    Transition("refund_fee", "수수료 환급", "수수료를 돌려드렸어요", _READABLE, STAYS, (_S,), Clock.NONE,
               "지방자치법 §156①"),
    Transition("start_issue", "발급 시작", "", ("granted",), "issuing", (_S,), Clock.NONE, "민원처리법 §27④"),
    Transition("complete", "처리 완료", "모두 끝났어요", ("granted", "issuing"), "completed", (_S,), Clock.NONE,
               "민원처리법 §27①", "case_completed"),
    Transition("withdraw", "취하", "신청을 거두어들였어요", ("filed", "accepted", "supplement", "proposed"),
               "withdrawn", (_R,), Clock.STOP, "민원처리법 §22②", "case_withdrawn"),
    Transition("end", "파기", "보존기간이 끝나 내용을 없앴어요", ("completed", "refused", "returned", "withdrawn"),
               ENDED, (_S,), Clock.NONE, "공공기록물법 §27①; 개인정보 보호법 §21①"),
)  # fmt: skip


class StateError(ConflictError):
    """The verb is not open in this state; the message says which are."""

    def __init__(self, state: str, verb: str) -> None:
        row = next((t for t in TRANSITIONS if t.verb == verb), None)
        label = row.label if row else verb
        open_verbs = ", ".join(t.label for t in leaving(state) if t.to != ENDED) or "없음"
        super().__init__(
            f"지금은 ‘{STATES[state].label}’ 상태여서 {with_particle(f'‘{label}’', '을')} 할 수 없습니다. "
            f"그사이 다른 사람이 처리했을 수 있습니다. 지금 할 수 있는 일: {open_verbs}."
        )
        self.state, self.verb = state, verb


def transition(state: str | None, verb: str) -> Transition:
    """The row of a verb in a state. Raises StateError."""
    for row in TRANSITIONS:
        if row.verb == verb and state in row.sources:
            return row
    raise StateError(state or "filed", verb)


def plain_row(verb: str) -> Transition:
    """The row of an officer's verb without an action of its own. Raises NotFoundError."""
    for row in TRANSITIONS:
        if row.verb == verb and row.plain is not None and {By.OFFICER, By.DECIDER} & set(row.by):
            return row
    raise NotFoundError("그런 일은 없습니다. 아무것도 바뀌지 않았습니다. 사건 화면에서 다시 골라 주세요.")


def leaving(state: str) -> tuple[Transition, ...]:
    """Every row that leads out of a state."""
    return tuple(t for t in TRANSITIONS if state in t.sources and t.to != STAYS)


def verbs_of(by: By) -> tuple[Transition, ...]:
    """Every row a kind of actor may do, wherever it is open (for "why not")."""
    return tuple(t for t in TRANSITIONS if by in t.by)


def sources_of(verb: str) -> frozenset[str]:
    """The states in which a verb is open."""
    return frozenset(s for t in TRANSITIONS if t.verb == verb for s in t.sources if s)


def state_choices() -> list[tuple[str, str]]:
    """Callable, so that a new state needs no migration."""
    return [(key, state.label) for key, state in STATES.items()]
