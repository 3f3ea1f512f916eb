"""One affair, two lengths: the clock of a case runs as its answers say (옥외광고물법 §3⑧)."""

import pytest

from eok.casework import clockwork
from eok.casework.models import Case
from eok.rules.periods import Period
from tests import affairs

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]

SIGN = {
    "applicant_kind": "person", "representative_name": "김하늘", "birth_date": "1985-04-12", "mobile": "010-0000-0002",
    "sign_kind": "pole", "area": 2, "light": "none", "materials": "알루미늄", "content": "하늘카페",
    "address": affairs.ADDRESS, "others_property": False,
}  # fmt: skip


@pytest.mark.parametrize(("height", "days"), [(3, 5), (4, 10)])
def test_a_report_takes_five_days_and_a_permit_ten(height: int, days: int) -> None:
    filed = affairs.filed("outdoor-sign-permit", {**SIGN, "top_height": height}, affairs.person())
    affairs.work()

    case = Case.objects.get(application=filed)

    assert clockwork.period_of(case) == Period(days, "days")
    assert case.due_at == clockwork.reading(case).due_at
