"""A page of sixty conditions costs at most a millisecond or so: it is worked out at every answer."""

from time import perf_counter

from eok.forms.visible import asked
from tests.forms.making import question, service

SIXTY = service(
    [
        question("choice", "q0"),
        *(
            question("yes_no", f"q{n}", when=f"answers.q0 == 'a' && answers.q{n // 2} != false")
            for n in range(1, 61)
        ),
    ]
)
ANSWERS = {"q0": "a"} | {f"q{n}": True for n in range(1, 61)}


def test_sixty_conditions_are_worked_out_in_a_millisecond() -> None:
    asked(SIXTY, ANSWERS)

    best = min(_seconds() for _ in range(20))

    assert len(asked(SIXTY, ANSWERS)) == 61
    assert best < 0.001


def _seconds() -> float:
    start = perf_counter()
    asked(SIXTY, ANSWERS)
    return perf_counter() - start
