"""Named reads of the district's facts, and the file that hands the approved ones to every process of this machine.

The rows are the truth; `adopted.yaml` in the state directory is made from them, at once after an approval, at the
start (`catalogue sync`) and by `./eok adopt sync`. Its time is part of the catalogue's stamp, so that the pages'
cache turns with it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eok.accounts import queries as accounts
from eok.accounts.models import Officer
from eok.accounts.rights import department_name
from eok.accounts.roles import LABELS, Role
from eok.catalogue import adopted, queries, stamp
from eok.catalogue.adopted import Entry
from eok.catalogue.errors import FactNotFoundError
from eok.catalogue.models import DistrictFact, DistrictFactStep
from eok.catalogue.sources import Grade, Source
from eok.core import clock

STATES = {"": "확인 기다림", "approved": "쓰는 중", "refused": "돌려보냄", "undone": "되돌림"}


@dataclass(frozen=True)
class Line:
    """A fact of the district with what became of it."""

    fact: DistrictFact
    steps: Sequence[DistrictFactStep]

    @property
    def step(self) -> str:
        return self.steps[-1].step if self.steps else ""

    @property
    def state(self) -> str:
        """`확인 기다림`"""
        begun = self.fact.from_on <= clock.seoul_now().date()
        return "확인함(앞으로)" if self.step == "approved" and not begun else STATES[self.step]


def history(service_id: str = "", field: str = "") -> list[Line]:
    """Newest first; of one affair or field when named."""
    rows = DistrictFact.objects.select_related("filled_by").order_by("-pk")
    rows = rows.filter(service=service_id) if service_id else rows
    return _lines(rows.filter(field=field) if field else rows)


def one(fact_id: int) -> Line:
    """Raises FactNotFoundError."""
    found = _lines(DistrictFact.objects.select_related("filled_by").filter(pk=fact_id))
    if not found:
        raise FactNotFoundError
    return found[0]


def waiting() -> list[Line]:
    """What a second person still has to look at, oldest first."""
    return [line for line in reversed(history()) if not line.steps]


def entries() -> list[Entry]:
    """The approved facts, as a file of the district spells them; by affair, field and day, of one day the newest last."""
    held = [line for line in reversed(history()) if line.step == "approved"]
    return sorted(map(_entry, held), key=lambda one: (one.service, one.field, one.from_))


def refresh() -> bool:
    """Hand what is approved to every process of this machine. Whether anything was new."""
    path, text = stamp.approved_path(), adopted.written(entries())
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)
    return True


def may_fill(officer: Officer, service_id: str) -> bool:
    """Whoever holds the right in the department that answers for the affair."""
    department = queries.get(service_id).office
    on = clock.seoul_now().date()
    return officer in accounts.officers_of(department, service_id=service_id, role=Role.ADOPTION, on=on)


def seat(officer: Officer) -> str:
    """`일자리경제과 우리 구 사실 담당`: how pages name who said it."""
    return f"{department_name(officer.department)} {LABELS[Role.ADOPTION]}"


def _entry(line: Line) -> Entry:
    fact, agreed = line.fact, line.steps[-1]
    said_on = agreed.at.astimezone(clock.SEOUL).date()
    source = Source(
        grade=Grade.DISTRICT, where=fact.rule, on=said_on, by=f"{fact.filled_as}, 확인 {agreed.by_as}",
        note=fact.note or None,
    )  # fmt: skip
    kept = {"service": fact.service, "field": fact.field, "value": fact.value, "from": fact.from_on}
    return Entry.model_validate({**kept, "source": source})


def _lines(facts: Iterable[DistrictFact]) -> list[Line]:
    found = list(facts)
    steps: dict[int, list[DistrictFactStep]] = {fact.pk: [] for fact in found}
    for step in DistrictFactStep.objects.filter(fact__in=found).select_related("by").order_by("pk"):
        steps[step.fact_id].append(step)
    return [Line(fact, steps[fact.pk]) for fact in found]
