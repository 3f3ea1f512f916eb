"""열람 기록 월 점검: a month shows who saw what, each unusual look is judged, the month is signed once; rows are only added."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from eok.accounts.models import Officer
from eok.accounts.roles import Role
from eok.core import clock
from eok.privacy.models import ReadingJudgement, ReadingReview
from eok.trail.models import Reading
from tests import affairs
from tests.conftest import WORKDAY
from tests.desk import rooms
from tests.privacy import demanding

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

NOVEMBER = "/desk/reading-review/2026-11/"
DECEMBER = datetime.fromisoformat("2026-12-02T10:00:00+09:00")


@pytest.fixture
def night() -> Iterator[Officer]:
    """An officer opened a case at eleven in the evening; now it is December."""
    officer, case = rooms.clerk(), rooms.accepted()
    with clock.freeze(WORKDAY + timedelta(hours=9)):
        rooms.desk(officer).get(rooms.page(case))
    with clock.freeze(DECEMBER):
        yield officer


def finding() -> str:
    return f"{NOVEMBER}{Reading.objects.get(purpose='사건 열람').pk}/night/"


def test_a_month_tells_who_saw_what_and_what_stands_out(night: Officer) -> None:
    shown = rooms.text(rooms.desk(demanding.keeper()).get(NOVEMBER))

    assert "살펴볼 것 1건, 남은 것 1건" in shown
    assert "밤·쉬는 날 11.23(월) 23:00 일자리경제과 박지훈 주무관" in shown
    assert "직원마다" in shown and "부서마다" in shown and "23시" in shown


def test_a_month_not_looked_through_is_marked(night: Officer) -> None:
    shown = rooms.text(rooms.desk(demanding.keeper()).get("/desk/reading-review/"))

    assert "점검하지 않은 달이 1개" in shown
    assert "2026-12 이번 달" in shown


def test_it_is_signed_only_when_everything_is_settled(night: Officer) -> None:
    client = rooms.desk(demanding.keeper())

    early = client.post(NOVEMBER)
    client.post(finding(), {"judgement": "explain", "note": "왜 밤에 봤는지 물었습니다."})
    waiting = client.post(NOVEMBER)
    client.post(finding(), {"judgement": "explained", "note": "당직이었습니다."})
    done = client.post(NOVEMBER)

    assert (early.status_code, waiting.status_code, done.status_code) == (422, 422, 302)
    row = ReadingReview.objects.get()
    assert (row.month, row.unusual) == ("2026-11", 1)
    assert ReadingJudgement.objects.count() == 2
    assert "점검함" in rooms.text(client.get("/desk/reading-review/"))


def test_after_the_signature_nothing_is_added(night: Officer) -> None:
    client = rooms.desk(demanding.keeper())
    client.post(finding(), {"judgement": "fine"})
    client.post(NOVEMBER)

    assert client.post(finding(), {"judgement": "wrong", "note": "다시 봄"}).status_code == 409
    assert client.post(NOVEMBER).status_code == 409
    assert ReadingJudgement.objects.count() == 1


def test_the_month_that_runs_cannot_be_signed(night: Officer) -> None:
    page = rooms.desk(demanding.keeper()).post("/desk/reading-review/2026-12/")

    assert page.status_code == 422
    assert "아직 끝나지 않은 달" in rooms.text(page)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "판단을 골라 주세요"),
        ({"judgement": "guilty"}, "판단을 골라"),
        ({"judgement": "wrong"}, "까닭을 적어 주세요"),
    ],
)
def test_a_judgement_that_says_nothing_is_refused(night: Officer, given: dict[str, str], told: str) -> None:
    page = rooms.desk(demanding.keeper()).post(finding(), given)

    assert page.status_code == 422
    assert told in rooms.text(page)


def test_nobody_judges_what_they_did_themselves(night: Officer) -> None:
    affairs.granted_role(night, Role.PRIVACY)

    page = rooms.desk(night).post(finding(), {"judgement": "fine"})

    assert page.status_code == 422
    assert "스스로 판단할 수 없어요" in rooms.text(page)


def test_the_auditor_may_look_too_and_save_it_as_a_file(night: Officer) -> None:
    client = rooms.desk(affairs.officer("civil_service", Role.AUDITOR))

    file = client.get(f"{NOVEMBER}?as=csv").content.decode()

    assert "밤·쉬는 날" in file and "박지훈 주무관" in file
    assert "김하늘" not in file


@pytest.mark.parametrize(
    "path", ["2026-13/", "26-11/", "x/", "2026-11/1/night/", "2026-11/999999/none/", "9999-12/"]
)
def test_what_is_not_there_is_not_found(night: Officer, path: str) -> None:
    assert rooms.desk(demanding.keeper()).get(f"/desk/reading-review/{path}").status_code == 404
