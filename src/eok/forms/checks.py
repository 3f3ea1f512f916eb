"""The catalogue's check of a form: every condition is right before anybody meets it.

Found are: unknown answers, wrong types, options that do not exist, questions that look at themselves or at what
comes after them, and bounds of dates that mean nothing. Each fault names file and line.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eok.catalogue import places
from eok.catalogue.fee_schema import FeeTable
from eok.catalogue.problems import Problem
from eok.catalogue.schema import Question, Service
from eok.forms import bounds, conditions, expressions
from eok.offices.data_file import Loc


@dataclass(frozen=True)
class Asked:
    """A question and where it stands in the file."""

    question: Question
    loc: Loc
    page: int


def check_service(service: Service) -> Iterable[Problem]:
    """Every fault in the conditions of a service."""
    asked = tuple(_asked(service))
    faults: list[tuple[Loc, str]] = []
    for loc, expression in _conditions(service, asked):
        faults.extend((loc, text) for text in _faults(service, expression))
    for at, one in enumerate(asked):
        faults.extend(((*one.loc, "when"), text) for text in _order(one, one.question.when, at, asked))
        faults.extend(((*one.loc, "value"), text) for text in _order(one, one.question.value, at, asked))
        faults.extend(((*one.loc, "value"), text) for text in _value(service, one.question))
        faults.extend(_bounds(one, asked[:at]))
    faults.extend(_deadlines(service))
    faults.extend(_signers(service))
    return [places.problem(service.id, loc, text) for loc, text in faults]


def _deadlines(service: Service) -> Iterator[tuple[Loc, str]]:
    dates = {q.id for q in service.form.questions() if q.type == "date"}
    for number, one in enumerate(service.deadlines):
        if one.of not in dates:
            yield ("deadlines", number, "of"), f"of({one.of})는 이 서식에서 묻는 날짜의 id여야 합니다."


def _asked(service: Service) -> Iterator[Asked]:
    for page, questions in enumerate(p.questions for p in service.form.pages):
        for number, question in enumerate(questions):
            yield Asked(question, ("form", "pages", page, "questions", number), page)


def _signers(service: Service) -> Iterator[tuple[Loc, str]]:
    """Who signs along is named by an answer that must be given, and reached by a phone number."""
    kinds = {q.id: q.type for q in service.form.questions()}
    for number, one in enumerate(service.form.signers):
        for key, reference, wanted in (("name", one.name, "person_name"), ("phone", one.phone, "phone")):
            if kinds.get(reference.removeprefix("answers.")) != wanted:
                yield (
                    ("form", "signers", number, key),
                    f"함께 서명할 사람의 {key}({reference})은(는) {wanted} 물음이어야 합니다.",
                )


def _conditions(service: Service, asked: Iterable[Asked]) -> Iterator[tuple[Loc, str]]:
    found: list[tuple[Loc, str | None]] = [((*one.loc, "when"), one.question.when) for one in asked]
    found += [(("papers", n, "when"), paper.when) for n, paper in enumerate(service.papers)]
    found += [(("review", n, "when"), item.when) for n, item in enumerate(service.review)]
    found += _fee_conditions(service)
    found += _period_conditions(service)
    found += [(("tax_closure", "when"), service.tax_closure.when)] if service.tax_closure else []
    found += [(("form", "signers", n, "when"), one.when) for n, one in enumerate(service.form.signers)]
    return ((loc, expression) for loc, expression in found if expression is not None)


def _fee_conditions(service: Service) -> Iterator[tuple[Loc, str | None]]:
    tables: list[tuple[Loc, FeeTable]] = [(("fee",), service.fee)]
    tables += [(("fee", "later", n), table) for n, table in enumerate(service.fee.later)]
    for loc, table in tables:
        yield from (((*loc, "by", n, "when"), row.when) for n, row in enumerate(table.by))
        yield from (((*loc, "reductions", n, "when"), one.when) for n, one in enumerate(table.reductions))


def _period_conditions(service: Service) -> Iterator[tuple[Loc, str | None]]:
    for name in ("processing_period", "deemed_after"):
        rows = getattr(service, name).by if getattr(service, name) else ()
        yield from (((name, "by", n, "when"), row.when) for n, row in enumerate(rows))


def _faults(service: Service, expression: str) -> Iterator[str]:
    """Wrong names, wrong types, options nobody can pick."""
    fault = conditions.fault(service, expression)
    if fault:
        yield f"조건({expression})이 맞지 않습니다. {fault}"
        return
    yield from _division(service, expression, expression)
    offered = {q.id: {o.value for o in q.options} for q in service.form.questions() if q.options}
    for found in expressions.comparisons(expression):
        if found.answer in offered and found.text not in offered[found.answer]:
            yield f"조건({expression})이 없는 답과 견줍니다. ‘{found.answer}’의 답에 ‘{found.text}’가 없습니다."


def _value(service: Service, question: Question) -> Iterator[str]:
    """A computed value gives what its type says."""
    if question.value is None:
        return
    fault = conditions.value_fault(service, question)
    if fault:
        yield f"셈({question.value})이 맞지 않습니다. {fault}"
    else:
        yield from _division(service, question.value, f"{question.when or ''}\n{question.value}")


def _division(service: Service, expression: str, guard: str) -> Iterator[str]:
    """Nothing is divided by zero, nor by an answer that may be zero. guard: where `answers.x > 0` may stand."""
    for divisor in expressions.divisors(expression):
        if divisor.kind == "number" and float(divisor.value) == 0:
            yield f"식({expression})이 0으로 나눕니다. 0이 아닌 수로 나눠 주세요."
        elif divisor.kind == "answer" and _may_be_zero(service, divisor.value, guard):
            yield (
                f"식({expression})이 나누는 답(‘{divisor.value}’)은 0일 수 있습니다. "
                f"그 물음에 minimum: 1을 두거나 answers.{divisor.value} > 0일 때만 나누게 해 주세요."
            )


def _may_be_zero(service: Service, answer: str, guard: str) -> bool:
    least = next((q.minimum or 0 for q in service.form.questions() if q.id == answer), 0)
    return least < 1 and not expressions.kept_from_zero(answer, guard)


def _order(one: Asked, expression: str | None, at: int, asked: tuple[Asked, ...]) -> Iterator[str]:
    """An expression looks only at what was asked before it."""
    place = {other.question.id: number for number, other in enumerate(asked)}
    for name in expressions.references(expression or ""):
        if name not in place or place[name] < at:
            continue
        if one.question.id in _leads_to(name, asked):
            yield f"물음(‘{one.question.id}’)이 돌고 돌아 자기 자신을 조건으로 삼습니다(‘{name}’)."
        elif asked[place[name]].page > one.page:
            yield f"조건이 뒤쪽에서 묻는 답(‘{name}’)을 봅니다. 앞에서 묻는 답만 볼 수 있습니다."
        else:
            yield f"조건이 이 물음보다 아래에 있는 답(‘{name}’)을 봅니다. 그 물음을 위로 옮겨 주세요."


def _leads_to(name: str, asked: tuple[Asked, ...]) -> set[str]:
    """The answer itself and all that its condition hangs on, however far."""
    looks_at = {one.question.id: expressions.looked_at(one.question) for one in asked}
    reached, waiting = set[str](), [name]
    while waiting:
        current = waiting.pop()
        if current not in reached:
            reached.add(current)
            waiting.extend(looks_at.get(current, ()))
    return reached


def _bounds(one: Asked, before: tuple[Asked, ...]) -> Iterator[tuple[Loc, str]]:
    dates = {
        other.question.id
        for other in before
        if other.question.type == "date" and other.question.value is None
    }
    for key, bound in (("not_before", one.question.not_before), ("not_after", one.question.not_after)):
        if bound is None:
            continue
        if one.question.type != "date":
            yield (*one.loc, key), f"{key}는 날짜 물음에만 쓸 수 있습니다."
        elif not bounds.is_from_filing(bound) and bound not in dates:
            yield (
                (*one.loc, key),
                (
                    f"{key}({bound})를 알 수 없습니다. filing, filing-30d, filing+1y 또는 앞에서 묻는 날짜의 id여야 합니다."
                ),
            )
