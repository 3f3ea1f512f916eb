"""`conditions`: what a page of sixty conditions costs at every answer, and a table of 5,000 rows at every sum.

Held against the goal of the whole page: what is asked is worked out anew each time something is typed.
"""

from statistics import median, quantiles
from typing import Any

from benchmarks.figures import Figure, Result, at_most
from benchmarks.stopwatch import times
from eok.catalogue import queries as catalogue
from eok.catalogue.schema import Page, Question, Service, Text
from eok.forms import conditions
from eok.forms.visible import asked

FULL, QUICK = 2_000, 20
ROWS = 5_000
SHAPES = (
    "answers.kind == 'a' && answers.q{before} != false",
    "answers.q{before} || answers.area > 33",
    "'b' in answers.goods && answers.q{before} != null",
    "answers.opened_on > '2026-01-01'",
)
"""Taken in turn: the shapes the affairs of the catalogue use."""
OPTIONS = ({"value": "a", "label": "가"}, {"value": "b", "label": "나"})
ANSWERS: dict[str, Any] = {"kind": "a", "area": 66, "goods": ["a", "b"], "opened_on": "2026-11-23"}


def measure(*, quick: bool) -> Result:
    service, answers = _service(), ANSWERS | {f"q{n}": True for n in range(60)}
    table = {"rows": [{"won": n, "name": "품목"} for n in range(ROWS)]}
    total = _question("sum", "number", value="total(answers.rows, 'won')")
    page = times(QUICK if quick else FULL, lambda: asked(service, answers))
    rows = times(3 if quick else 30, lambda: conditions.worked_out(total, table))
    return Result(
        "conditions",
        (
            Figure("sixty_p50_ms", "조건 60개인 쪽을 한 번 셈 p50", median(page), "ms", at_most(1)),
            Figure("sixty_p99_ms", "조건 60개인 쪽을 한 번 셈 p99", quantiles(page, n=100)[98], "ms"),
            Figure("one_us", "조건 하나", median(page) / 60 * 1_000, "µs"),
            Figure("rows_ms", f"표 {ROWS:,}줄의 합", median(rows), "ms"),
        ),
    )


def _service() -> Service:
    """Four answers, then sixty questions, each under a condition that holds."""
    first = (
        _question("kind", "choice", options=OPTIONS),
        _question("area", "number"),
        _question("goods", "choices", options=OPTIONS),
        _question("opened_on", "date"),
        _question("q0", "yes_no"),
    )
    hanging = (
        _question(f"q{n}", "yes_no", when=SHAPES[n % len(SHAPES)].format(before=n - 1)) for n in range(1, 61)
    )
    page = Page(id="page", step=Text(ko="내용"), title=Text(ko="쪽"), questions=(*first, *hanging))
    usual = catalogue.get("mail-order-report")
    return usual.model_copy(update={"form": usual.form.model_copy(update={"pages": (page,)})})


def _question(name: str, kind: str, **facts: Any) -> Question:  # Any: handed on to Question, which types them
    return Question.model_validate({"id": name, "type": kind, "label": name, **facts})
