"""What must agree inside the data itself: names of departments, shelves, questions, certificates, laws."""

from collections.abc import Iterable, Iterator

from django.conf import settings

from eok.catalogue import privacy_checks, shelves
from eok.catalogue.facts import facts
from eok.catalogue.places import problem
from eok.catalogue.problems import Problem
from eok.catalogue.schema import Service
from eok.law.library import library
from eok.offices import queries as offices
from eok.offices.data_file import Loc


def names(service: Service) -> Iterator[Problem]:
    """The department and the shelves it names exist."""
    yield from _known(service, ("office",), service.office, offices.department_keys(), "부서")
    sectors = {sector.id for sector in shelves.sectors()}
    yield from _known(service, ("sector",), service.sector, sectors, "분야(sectors.yaml)")
    events = {event.id for event in shelves.life_events()}
    for index, event in enumerate(service.life_events):
        yield from _known(service, ("life_events", index), event, events, "생애사건(life_events.yaml)")


def questions(service: Service) -> Iterator[Problem]:
    """Answers named elsewhere are asked; no question is asked twice under one id."""
    ids = [question.id for question in service.form.questions()]
    for doubled in sorted({one for one in ids if ids.count(one) > 1}):
        yield problem(service.id, ("form", "pages"), f"같은 물음({doubled})이 두 번 있습니다")
    for loc, answer in _answers_named(service):
        yield from _known(service, loc, answer, ids, "물음")


def _answers_named(service: Service) -> Iterator[tuple[Loc, str]]:
    for index, paper in enumerate(service.papers):
        if paper.look_up:
            yield ("papers", index, "look_up", "subject"), paper.look_up.subject
            for label, answer in paper.look_up.matches.items():
                yield ("papers", index, "look_up", "matches", label), answer
    if service.tax_closure:
        yield ("tax_closure", "business_no"), service.tax_closure.business_no
        yield ("tax_closure", "closed_on"), service.tax_closure.closed_on
    for index, asked in enumerate(service.preparation):
        yield ("preparation", index, "question"), asked.question
    if service.register:
        for column, answer in service.register.names.items():
            yield ("register", "names", column), answer


def ids_once(service: Service) -> Iterator[Problem]:
    """Papers, checks, reasons and pages are told apart by their id."""
    groups = {
        "papers": [paper.id for paper in service.papers],
        "review": [item.id for item in service.review],
        "supplement_reasons": [reason.id for reason in service.supplement_reasons],
        "refusal_reasons": [reason.id for reason in service.refusal_reasons],
    }
    for name, seen in groups.items():
        for doubled in sorted({one for one in seen if seen.count(one) > 1}):
            yield problem(service.id, (name,), f"{name}에 같은 id({doubled})가 두 번 있습니다")


def certificate(service: Service) -> Iterator[Problem]:
    """The certificate it ends with is described."""
    if service.certificate is None:
        return
    path = settings.EOK_DATA_DIR / "certificates" / f"{service.certificate}.yaml"
    if not path.exists():
        yield problem(service.id, ("certificate",), f"증서({service.certificate})의 파일이 없습니다: {path}")


def registers(service: Service) -> Iterator[Problem]:
    """The register it writes is the district's."""
    if service.register:
        keys = offices.register_keys()
        loc = ("register", "register")
        yield from _known(service, loc, service.register.register, keys, "대장(registers.yaml)")


def citations(service: Service) -> Iterator[Problem]:
    """Every article cited exists as cited."""
    shelf = library()
    for fact in facts(service):
        for citation in shelf.read(fact.source.cite or ""):
            fault = shelf.fault(citation)
            if fault:
                yield problem(service.id, (*fact.loc, "cite"), fault)


ALL = (names, questions, ids_once, certificate, registers, citations, privacy_checks.classes)


def _known(service: Service, loc: Loc, value: str, known: Iterable[str], what: str) -> Iterator[Problem]:
    if value not in set(known):
        yield problem(service.id, loc, f"{what}에 없는 이름입니다: {value}")
