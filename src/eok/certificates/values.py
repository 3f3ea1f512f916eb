"""The values of a certificate, held against its captions before anything is made of them."""

import unicodedata
from collections.abc import Mapping
from datetime import date

from eok.certificates.definitions import Caption, Certificate, certificate
from eok.certificates.errors import FieldError
from eok.core.korean import with_particle
from eok.krds import filters
from eok.papers import fonts
from eok.papers.typeset_errors import UnprintableError


def problems(identifier: str, values: Mapping[str, str]) -> tuple[FieldError | UnprintableError, ...]:
    """What would stand in the way of issuing with these values, for telling people while they still fill in."""
    return tuple(found for found in (_problem(c, values) for c in certificate(identifier).captions) if found)


def printed_fields(definition: Certificate, values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Caption and value of each line as printed. Raises FieldError or UnprintableError for the first that is wrong."""
    for caption in definition.captions:
        problem = _problem(caption, values)
        if problem:
            raise problem
    lines = ((caption.caption, _value(caption, values)) for caption in definition.captions)
    return tuple((caption, value) for caption, value in lines if value)


def by_office(born: str, filed_on: date) -> dict[str, str]:
    """What the office writes itself: the confirmed birth date (ISO or empty) and the day of entry, as printed."""
    return {
        "birth_date": filters.date_ko(date.fromisoformat(born), weekday=False) if born else "",
        "filed_on": filters.date_ko(filed_on, weekday=False),
    }


def _value(caption: Caption, values: Mapping[str, str]) -> str:
    """As printed: composed characters, single spaces, the form's own words where there is none."""
    plain = " ".join(unicodedata.normalize("NFC", values.get(caption.value, "")).split())
    return plain or caption.absent or ""


def _problem(caption: Caption, values: Mapping[str, str]) -> FieldError | UnprintableError | None:
    value = _value(caption, values)
    if not value and not caption.optional:
        return FieldError(
            f"{with_particle(caption.caption, '이')} 비어 있습니다. 이 항목 없이는 증명서를 발급할 수 없습니다. 값을 채워 주세요.",
            caption.value,
        )
    if len(value) > caption.max_length:
        return FieldError(
            f"{with_particle(caption.caption, '이')} {len(value):,}자로 너무 깁니다. 증명서에는 {caption.max_length}자까지 들어갑니다. "
            "줄여서 적어 주세요.",
            caption.value,
        )
    missing = fonts.unprintable(value)
    return UnprintableError(missing, caption.value) if missing else None
