"""A connected system may leave a look-up to an officer: the form is offered beside the button."""

import pytest

from eok.applications.models import RecordLookUp
from eok.casework import look_ups
from eok.casework.actions.look_up import look_up
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


def test_the_form_comes_when_the_system_left_it() -> None:
    clerk = rooms.clerk()

    case = rooms.accepted()

    assert look_ups.by_hand(look_ups.latest(case, KIND))
    shown = rooms.text(rooms.desk(clerk).get(rooms.page(case)))
    assert "다시 조회하기" in shown and "직접 조회한 것 적기" in shown


def test_asked_again_it_stays_one_look_up() -> None:
    clerk = rooms.clerk()
    case = rooms.accepted()

    look_up(case_id=case.pk, paper_id=KIND, by=clerk)

    rows = RecordLookUp.objects.filter(draft_id=case.application.draft_id)
    assert [(row.state, row.attempts) for row in rows] == [("by_hand", 2)]
