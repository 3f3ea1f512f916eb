"""Finished cases, and time that can be moved past their periods."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from eok.accounts.roles import Role
from eok.casework.actions.decide import grant
from eok.casework.actions.propose import Opinion
from eok.casework.models import Case
from tests import affairs
from tests.retention.years import OVER, at

WITH_FILES = {name: value for name, value in affairs.CLOSURE.items() if name != "certificate_lost_reason"} | {
    "certificate_state": "have"
}


@pytest.fixture
def closed(monday: datetime, state_dir: Path) -> Case:
    """A closure, granted and completed on 2026-11-23; kept until 2029-12-31."""
    officer = affairs.officer("sanitation", Role.OFFICER)
    application = affairs.filed("food-business-closure", WITH_FILES, affairs.person(), look_up=False)
    case = Case.objects.get(application=application)
    affairs.work()
    affairs.review_all(case, officer)
    grant(case_id=case.pk, opinion=Opinion("요건을 갖추었습니다."), by=officer)
    affairs.work()
    case.refresh_from_db()
    assert case.state == "completed"
    return case


@pytest.fixture
def over(closed: Case) -> Iterator[date]:
    """Time stands after the period of `closed`."""
    with at(OVER):
        yield OVER
