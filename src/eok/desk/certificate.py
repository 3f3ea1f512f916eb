"""What the certificate will say, line by line beside the form, before anything is sealed.

Nothing is drawn or signed here: a sheet with a seal would be a certificate.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from eok.applications import drafts
from eok.casework import grants, personal
from eok.casework.models import Case
from eok.catalogue.schema import Service
from eok.certificates import values as printing
from eok.certificates.definitions import Caption, certificate
from eok.core import clock
from eok.core.pii import Veil
from eok.forms import display


@dataclass(frozen=True)
class Line:
    """One line of the certificate."""

    caption: str
    printed: str
    state: str
    """same (as on the form), mended (by the supplement), absent (the form's own words), made (by the office), wrong"""
    note: str


@dataclass(frozen=True)
class Preview:
    title: str
    sentence: str
    lines: tuple[Line, ...]

    @property
    def wrong(self) -> int:
        return sum(line.state == "wrong" for line in self.lines)


NOTES = {
    "same": "신고서와 같음", "mended": "보완한 값", "absent": "비어 있어 정한 말을 적음", "made": "구청이 적는 값",
}  # fmt: skip


def preview(case: Case, veil: Veil) -> Preview | None:
    """None when the affair has no certificate."""
    service = grants.service_of(case)
    if not service.certificate or service.register is None:
        return None
    definition = certificate(service.certificate)
    values = {**grants.entry_of(case, service.register).content, **_made(case)}
    problems = {str(p.field): p.message for p in printing.problems(definition.id, values)}
    filed = display.plain(service, drafts.read_filed(case.application).answers)
    lines = (
        _veiled(_line(caption, values, problems, _answer(service, caption, filed)), caption, veil)
        for caption in definition.captions
    )
    return Preview(definition.title, definition.sentence, tuple(lines))


def _made(case: Case) -> dict[str, str]:
    """What the office writes: the day of entry, and the birth date that was confirmed."""
    born = str(drafts.read_filed(case.application).applicant.get("birth_date") or "")
    return printing.by_office(born, clock.seoul_now().date())


def _answer(service: Service, caption: Caption, filed: Mapping[str, str]) -> str | None:
    """What the form said; None for what the office writes."""
    names = service.register.names if service.register else {}
    if caption.value in ("birth_date", "filed_on") or caption.value not in names:
        return None
    return filed.get(names[caption.value], "")


def _veiled(line: Line, caption: Caption, veil: Veil) -> Line:
    """Held against the form in clear, shown hidden until somebody says why."""
    kind = personal.OF_COLUMN.get(caption.value)
    kept = line.printed if line.state == "absent" else veil.value(kind, line.printed)
    return replace(line, printed=kept, note=veil.text(line.note))


def _line(
    caption: Caption, values: Mapping[str, str], problems: Mapping[str, str], answer: str | None
) -> Line:
    printed = values.get(caption.value, "")
    if caption.value in problems:
        return Line(caption.caption, printed, "wrong", problems[caption.value])
    if not printed:
        return Line(caption.caption, caption.absent or "(적지 않음)", "absent", NOTES["absent"])
    state = "made" if answer is None else "same" if answer == printed else "mended"
    return Line(caption.caption, printed, state, NOTES[state])
