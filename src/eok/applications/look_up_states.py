"""How a look-up stands, in one table: what each state is called, and whether somebody still has to do something.

행정정보 공동이용 (전자정부법 §36①). 확인 결과는 담당자가 직접 확인·처리할 것이다 (민원처리법 §10③).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class LookUpState:
    label: str
    """For officers."""
    answered: bool = False
    """The source, or an officer who looked, has said something."""
    open: bool = False
    """An officer has to look, or the source has to be asked again."""


STATES: dict[str, LookUpState] = {
    "asked": LookUpState("묻는 중"),
    "found": LookUpState("확인함", answered=True),
    "absent": LookUpState("기록 없음", answered=True),
    "noted": LookUpState("직접 보고 적음", answered=True),
    "by_hand": LookUpState("직접 볼 것", open=True),
    "outage": LookUpState("장애로 못 봄", open=True),
    "refused": LookUpState("조회 거절", open=True),
    "given_up": LookUpState("더 묻지 않음"),
}
ANSWERED = tuple(key for key, state in STATES.items() if state.answered)
OPEN = tuple(key for key, state in STATES.items() if state.open)


def look_up_state_choices() -> list[tuple[str, str]]:
    return [(key, state.label) for key, state in STATES.items()]
