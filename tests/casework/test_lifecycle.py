"""The one table read: which verbs are open, what a closed one says, who may do what."""

from dataclasses import replace

import pytest

from eok.casework import lifecycle
from eok.casework.lifecycle import STATES, TRANSITIONS, By, Clock, Reason, StateError, Transition
from eok.core.errors import NotFoundError
from eok.core.korean import with_particle

VERBS = {
    "filed": {"accept": "accepted", "withdraw": "withdrawn"},
    "accepted": {
        "request_supplement": "supplement", "extend": "accepted", "propose": "proposed", "grant": "granted",
        "refuse": "refused", "withdraw": "withdrawn",
    },
    "supplement": {
        "supply": "accepted", "ask_more_time": "supplement", "request_again": "supplement",
        "return_documents": "returned", "withdraw": "withdrawn",
    },
    "proposed": {"send_back": "accepted", "grant": "granted", "refuse": "refused", "withdraw": "withdrawn"},
    "granted": {"await_tax": "awaiting_tax", "await_fee": "awaiting_fee", "start_issue": "issuing", "complete": "completed"},
    "awaiting_tax": {"clear_tax": "granted"},
    "awaiting_fee": {"clear_fee": "granted"},
    "issuing": {"complete": "completed"},
    **dict.fromkeys(("completed", "refused", "returned", "withdrawn"), {"end": "ended"}),
    "ended": {},
}  # fmt: skip
"""State, verb, state after it."""
CLOSED = [
    (state, row.verb) for state in STATES for row in TRANSITIONS if row.to and row.verb not in VERBS[state]
]
STAYING = [row.verb for row in TRANSITIONS if row.to == lifecycle.STAYS]


@pytest.mark.parametrize(("state", "verb"), [(s, v) for s, verbs in VERBS.items() for v in verbs])
def test_an_open_verb_leads_where_it_should(state: str, verb: str) -> None:
    row = lifecycle.transition(state, verb)

    assert (row.verb, row.to) == (verb, VERBS[state][verb])


@pytest.mark.parametrize(("state", "verb"), CLOSED)
def test_a_closed_verb_says_what_is_open(state: str, verb: str) -> None:
    label = next(row.label for row in TRANSITIONS if row.verb == verb)
    offered = [row.label for row in TRANSITIONS if row.verb in VERBS[state] and row.to != "ended"]
    opened = ", ".join(offered) or "없음"

    with pytest.raises(StateError) as refusal:
        lifecycle.transition(state, verb)

    assert refusal.value.message == (
        f"지금은 ‘{STATES[state].label}’ 상태여서 {with_particle(f'‘{label}’', '을')} 할 수 없습니다. "
        f"그사이 다른 사람이 처리했을 수 있습니다. 지금 할 수 있는 일: {opened}."
    )
    assert (refusal.value.state, refusal.value.verb, refusal.value.status) == (state, verb, 409)


@pytest.mark.parametrize("verb", STAYING)
def test_what_moves_a_case_nowhere_may_happen_while_it_can_be_read(verb: str) -> None:
    for state in set(STATES) - {"ended"}:
        assert lifecycle.transition(state, verb).verb == verb
    with pytest.raises(StateError):
        lifecycle.transition("ended", verb)


def test_a_case_begins_with_filing_and_with_nothing_else() -> None:
    assert lifecycle.transition(None, "file").to == "filed"
    with pytest.raises(StateError, match="접수 전") as refusal:
        lifecycle.transition(None, "accept")
    assert refusal.value.state == "filed"


def test_an_unknown_verb_is_named_as_it_came() -> None:
    with pytest.raises(StateError, match="‘fly’을"):
        lifecycle.transition("accepted", "fly")


@pytest.mark.parametrize("state", STATES)
def test_rows_that_leave_a_state_are_its_open_verbs(state: str) -> None:
    assert {row.verb for row in lifecycle.leaving(state)} == set(VERBS[state])


def test_each_actor_has_its_verbs() -> None:
    assert {row.verb for row in lifecycle.verbs_of(By.RESIDENT)} == {
        "file",
        "supply",
        "ask_more_time",
        "withdraw",
    }
    assert {row.verb for row in lifecycle.verbs_of(By.DECIDER)} == {"send_back", "grant", "refuse"}
    assert "accept" in {row.verb for row in lifecycle.verbs_of(By.OFFICER)}


def test_sources_of_a_verb_leave_out_the_beginning() -> None:
    assert lifecycle.sources_of("grant") == {"accepted", "proposed"}
    assert lifecycle.sources_of("file") == frozenset()
    assert lifecycle.sources_of("fly") == frozenset()


def test_choices_are_states_with_their_labels() -> None:
    assert lifecycle.state_choices()[0] == ("filed", "접수 전")
    assert [key for key, _ in lifecycle.state_choices()] == list(STATES)


def test_the_clock_stops_with_what_ends_the_case_for_the_office() -> None:
    stopping = {row.verb for row in TRANSITIONS if row.clock is Clock.STOP}

    assert stopping == {"grant", "refuse", "return_documents", "withdraw"}
    assert all(not STATES[row.to].in_period for row in TRANSITIONS if row.clock is Clock.STOP)


def test_the_clock_pauses_and_resumes_around_a_supplement() -> None:
    by_verb = {row.verb: row.clock for row in TRANSITIONS}

    assert (by_verb["request_supplement"], by_verb["supply"]) == (Clock.PAUSE, Clock.RESUME)
    assert (by_verb["accept"], by_verb["extend"]) == (Clock.START, Clock.EXTEND)


ROW = Transition(
    "send_to_test",
    "검사 맡기기",
    "",
    ("accepted",),
    "accepted",
    (By.OFFICER,),
    Clock.NONE,
    "",
    plain=Reason.OPTIONAL,
)


@pytest.mark.parametrize("by", [(By.OFFICER,), (By.DECIDER,), (By.SYSTEM, By.OFFICER)])
def test_a_verb_that_only_moves_the_case_is_found_by_its_name(
    by: tuple[By, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    row = replace(ROW, by=by)
    monkeypatch.setattr(lifecycle, "TRANSITIONS", (*TRANSITIONS, row))

    assert lifecycle.plain_row("send_to_test") is row


@pytest.mark.parametrize(
    "row",
    [
        replace(ROW, by=(By.RESIDENT,)),
        replace(ROW, by=(By.SYSTEM,)),
        replace(ROW, plain=None),
        replace(ROW, verb="x"),
    ],
    ids=["the resident's", "the house's", "with an action of its own", "another"],
)
def test_any_other_verb_is_not_there(row: Transition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lifecycle, "TRANSITIONS", (*TRANSITIONS, row))

    with pytest.raises(NotFoundError) as refusal:
        lifecycle.plain_row("send_to_test")

    assert refusal.value.message == (
        "그런 일은 없습니다. 아무것도 바뀌지 않았습니다. 사건 화면에서 다시 골라 주세요."
    )
