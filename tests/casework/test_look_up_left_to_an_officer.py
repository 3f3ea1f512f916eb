"""A connected system may leave a look-up to an officer: then, and only then, the form is offered too."""

import pytest

from eok.casework import look_ups
from eok.casework.actions.look_up import look_up
from eok.casework.models import Case
from eok.linkage import ports, registry
from tests.desk import rooms

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

KIND = "business-registration"


class LeavesIt(ports.SharedRecords):
    """Connected, but not for this record."""

    @classmethod
    def from_settings(cls) -> "LeavesIt":
        return cls()

    def check(self) -> None:
        return

    def look_up(self, lookup: ports.Lookup) -> ports.RecordByHand:
        return ports.RecordByHand("직접 조회해 주세요.")


@pytest.fixture(autouse=True)
def connected(settings: object) -> None:
    settings.EOK_SHARED_RECORDS = f"{__name__}.LeavesIt"  # type: ignore[attr-defined]  # pytest-django's wrapper
    registry.forget()


def test_the_form_comes_when_the_system_left_it(monday: object) -> None:
    clerk = rooms.clerk()
    case = rooms.accepted()
    before = _hand(case)

    look_up(case_id=case.pk, paper_id=KIND, by=clerk)

    assert (before, _hand(case)) == (False, True)
    shown = rooms.text(rooms.desk(clerk).get(rooms.page(case)))
    assert "조회하기" in shown and "직접 조회한 것 적기" in shown


def _hand(case: Case) -> bool:
    return look_ups.by_hand(look_ups.latest(case, KIND))
