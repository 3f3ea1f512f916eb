"""Conditions of a form in CEL: compiled once, total, the same with and without scripts.

An unanswered question is null and null is a value: `answers.prepaid` is false and `answers.kind != 'a'` true
while nothing is answered. Whatever cannot be worked out (`answers.area > 3` on null) is false. `truth` tells
apart what depends on an answer that is still open.
"""

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any

from cel_expr_python import cel

from eok.catalogue.schema import Question, Service
from eok.core.korean import with_particle
from eok.forms import bounds, expressions, faults
from eok.forms.errors import ConditionError
from eok.forms.functions import FUNCTIONS
from eok.forms.typed import is_typed

_RUNNING = cel.NewEnv(variables={"answers": cel.Type.Map(cel.Type.STRING, cel.Type.DYN)}, functions=FUNCTIONS)

_NULLABLE_TEXT = cel.Type("google.protobuf.StringValue")
_NULLABLE_NUMBER = cel.Type("google.protobuf.Int64Value")
_TYPES: Mapping[str, Any] = {
    "yes_no": cel.Type("google.protobuf.BoolValue"),
    "number": _NULLABLE_NUMBER,
    "money": _NULLABLE_NUMBER,
    "choices": cel.Type.List(cel.Type.STRING),
    "table": cel.Type.List(cel.Type.Map(cel.Type.STRING, cel.Type.DYN)),
    "address": cel.Type.Map(cel.Type.STRING, cel.Type.STRING),
}
"""Type of question → type of its answer; all others are texts (dates as 2026-11-27, so they compare)."""
_RESULTS: Mapping[str, Any] = {
    "number": cel.Type.INT, "money": cel.Type.INT, "date": cel.Type.STRING, "text": cel.Type.STRING,
    "yes_no": cel.Type.BOOL,
}  # fmt: skip
"""Type of a computed question → what its expression must give."""
_SAID = {
    "number": "온전한 수가 되어야 합니다.",
    "money": "온전한 수(원)가 되어야 합니다.",
    "date": "날짜(2026-11-27 꼴의 글)가 되어야 합니다.",
    "text": "글이 되어야 합니다.",
    "yes_no": "네/아니요가 되어야 합니다.",
}


def holds(service: Service, expression: str | None, answers: Mapping[str, Any]) -> bool:
    """Whether the condition holds for these answers; no condition always holds.

    answers: by question id; what a false condition hides should be left out (`evaluate.filed_answers`).
    Raises ConditionError when the text is no CEL, which the catalogue's check has found before.
    """
    return truth(service, expression, answers) is True


def truth(
    service: Service, expression: str | None, answers: Mapping[str, Any], *, still_open: Collection[str] = ()
) -> bool | None:
    """Like `holds`, but None where it depends on one of `still_open` that has no answer yet."""
    if expression is None:
        return True
    values = {name: _value(answers.get(name)) for name in expressions.references(expression)}
    looked_at = {name: value for name, value in values.items() if name not in still_open or value is not None}
    found = _evaluate(_compiled(expression, service.id), looked_at)
    return found is True if len(looked_at) == len(values) else found


def fault(service: Service, expression: str) -> str | None:
    """What is wrong with a condition of this service, in Korean; None when its types are right."""
    try:
        kind = _checking(service.form.questions()).compile(expression).return_type()
    except RuntimeError as error:
        return faults.in_korean(str(error))
    return None if kind == cel.Type.BOOL else "조건은 네/아니요가 되어야 합니다."


def worked_out(question: Question, answers: Mapping[str, Any]) -> Any:
    """The value of a computed question; None where an answer it needs is open or it cannot be worked out."""
    if question.value is None:
        return None
    known = {name: _value(answers.get(name)) for name in expressions.references(question.value)}
    found = _value_of(_compiled(question.value, question.id), known)
    if question.type == "date":
        return found if bounds.iso(found) else None
    return found


def value_fault(service: Service, question: Question) -> str | None:
    """What is wrong with the expression of a computed question, in Korean; None when it gives what its type says."""
    try:
        kind = _checking(service.form.questions()).compile(question.value or "").return_type()
    except RuntimeError as error:
        return faults.in_korean(str(error))
    wanted = _RESULTS.get(question.type, cel.Type.STRING)
    return (
        None
        if kind == wanted
        else f"{with_particle(faults.kind_in_korean(kind.name()), '이')} 됩니다. {_SAID[question.type]}"
    )


def _value_of(compiled: cel.Expression, answers: Mapping[str, Any]) -> Any:
    """A whole number, a text, true or false; None for all else."""
    try:
        found = compiled.eval(data={"answers": answers})
    except RuntimeError:  # a text that is no Unicode (lone surrogate) never becomes a CEL value
        return None
    return found.value() if found.type() in _RESULTS.values() else None


def _evaluate(compiled: cel.Expression, answers: Mapping[str, Any]) -> bool | None:
    """True, false (also for null); None when it cannot be worked out."""
    try:
        found = compiled.eval(data={"answers": answers})
    except RuntimeError:  # a text that is no Unicode (lone surrogate) never becomes a CEL value
        return None
    if found.type() == cel.Type.ERROR:
        return None
    return found.type() == cel.Type.BOOL and found.value() is True  # value() of a null steals a count of None


@lru_cache(maxsize=4096)
def _compiled(expression: str, service_id: str) -> cel.Expression:
    try:
        return _RUNNING.compile(expression)
    except RuntimeError as error:
        raise ConditionError(service_id, expression, faults.in_korean(str(error))) from error


@lru_cache(maxsize=64)
def _checking(questions: tuple[Question, ...]) -> cel.Env:
    """The names and types a condition of this form may use."""
    types = {f"answers.{q.id}": _TYPES.get(q.type, _NULLABLE_TEXT) for q in questions}
    return cel.NewEnv(variables=types, functions=FUNCTIONS)


def _value(stored: Any) -> Any:
    return None if is_typed(stored) else stored
