"""Entries of the register, for tests that begin after they were opened."""

from datetime import date
from itertools import count

from django.db import transaction

from eok.licences import held, record
from eok.licences.actions.open import Entry, open_licence
from eok.licences.details import Details, Sanctioned
from eok.licences.models import Licence, LicenceEvent
from eok.licences.record import Who

PATTERN = "제{year}-{serial:07d}호"
CONTENT = {
    "name": "하늘식당", "holder": "김하늘", "kind": "일반음식점", "premises": "서울특별시 서초구 시범대로 12, 1층",
    "phone": "02-0000-0001", "business_no": "123-45-67891",
}  # fmt: skip
_numbers = count(1)


def opened(register: str = "food-business", on: date = date(2024, 3, 4), **content: str) -> Licence:
    """A standing entry; content: columns that differ from the usual ones."""
    entry = Entry(
        register, on, {**CONTENT, **content}, Who("import", "test", f"import:test-{next(_numbers)}")
    )
    return open_licence(entry, number_pattern=PATTERN)


def happen(
    licence: Licence, verb: str, details: Details | None = None, on: date = date(2026, 11, 23)
) -> LicenceEvent:
    """Let something happen to it, as an officer's act."""
    by = Who("officer", "1", f"act:test-{next(_numbers)}", "행정절차법 §24①")
    with transaction.atomic():
        return record.append(held.locked(licence.pk), verb, details or Details(), on=on, by=by)


def stopped(licence: Licence, from_on: date, to_on: date) -> LicenceEvent:
    """영업정지."""
    said = Details(
        reason="기준 위반", document_no="위생과-1", sanction=Sanctioned("suspension", from_on, to_on)
    )
    return happen(licence, "sanctioned", said, from_on)


def fresh(licence: Licence) -> Licence:
    return Licence.objects.get(pk=licence.pk)
