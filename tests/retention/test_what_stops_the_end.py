"""Nothing is ended without its ground in the law: period, deliberation or hand-over, no hold, a sure table."""

from datetime import date
from pathlib import Path

import pytest

from eok.casework.models import Case
from eok.core.errors import ConflictError, InvalidError
from eok.retention import finding, standing, work
from eok.retention.actions.end import end
from eok.retention.actions.hold import Wanted, hold, release
from eok.retention.errors import HeldError, NotDueError
from eok.retention.models import Ending
from tests.retention.years import OVER, at, deliberated

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)
FORBIDDEN = Wanted("2026-000001", "감사원의 폐기 금지 통보", "공공기록물법 §27의3①", date(2031, 1, 1))


def test_not_before_the_period_is_over(closed: Case) -> None:
    with at(date(2029, 12, 31)), pytest.raises(NotDueError, match="보존기간이 끝나지 않았습니다"):
        deliberated(closed)


def test_not_without_a_deliberation(closed: Case, over: object) -> None:
    work.run({})

    assert not Ending.objects.exists()
    assert "기록물평가심의회" in standing.of(finding.finished("2026-000001")).why_not


@pytest.mark.parametrize("result", ["keep", "prolong"])
def test_not_when_the_board_decided_otherwise(closed: Case, over: object, result: str) -> None:
    deliberated(closed, result, period="10년" if result == "prolong" else "")

    work.run({})

    assert not Ending.objects.exists()


def test_a_new_period_counts_from_the_same_day(closed: Case, over: object) -> None:
    deliberated(closed, "prolong", period="10년")

    assert standing.of(finding.finished("2026-000001")).last_day == date(2036, 12, 31)


def test_a_hold_stops_what_was_deliberated_on(closed: Case, over: object) -> None:
    deliberated(closed)
    hold(FORBIDDEN, by="operator")

    work.run({})

    assert not Ending.objects.exists()
    with pytest.raises(HeldError, match="감사원"):
        end(finding.finished("2026-000001"))


@pytest.mark.parametrize("target", ["service:food-business-closure", "all"])
def test_a_hold_may_cover_an_affair_or_all(closed: Case, over: object, target: str) -> None:
    deliberated(closed)
    hold(Wanted(target, "소송", "민원처리법 §35①", date(2031, 1, 1)), by="operator")

    work.run({})

    assert not Ending.objects.exists()


def test_a_hold_on_another_affair_does_not(closed: Case, over: object) -> None:
    deliberated(closed)
    hold(Wanted("service:mail-order-report", "소송", "민원처리법 §35①", date(2031, 1, 1)), by="operator")

    work.run({})

    assert Ending.objects.count() == 1


def test_a_held_record_is_not_deliberated_on(closed: Case, over: object) -> None:
    hold(FORBIDDEN, by="operator")

    with pytest.raises(HeldError, match="§54의4①"):
        deliberated(closed)


def test_after_a_hold_the_board_must_decide_again(closed: Case, over: object) -> None:
    """공공기록물법 시행령 §54의4②."""
    deliberated(closed)
    stopped = hold(FORBIDDEN, by="operator")
    release(hold_id=stopped.pk, reason="통보가 해제됨", by="operator")
    work.run({})
    assert not Ending.objects.exists()

    with at(date(2030, 1, 3)):
        deliberated(closed, number="심의-2")
        work.run({})

    assert Ending.objects.get(kind="case").ground == "심의-2"


def test_an_open_case_is_no_finished_record(closed: Case, over: object) -> None:
    Case.objects.filter(pk=closed.pk).update(state="accepted")

    with pytest.raises(ConflictError.__mro__[1], match="처리를 마친 기록"):
        finding.finished("2026-000001")


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        (Wanted("2026-000001", " ", FORBIDDEN.law, FORBIDDEN.review_on), "reason"),
        (Wanted("2026-000001", "소송", "법", FORBIDDEN.review_on), "law"),
        (Wanted("2026-000001", "소송", "공공기록물법 §999", FORBIDDEN.review_on), "law"),
        (Wanted("2026-000001", "소송", FORBIDDEN.law, OVER), "review_on"),
        (Wanted("service:nothing", "소송", FORBIDDEN.law, FORBIDDEN.review_on), "target"),
    ],
)
def test_a_hold_says_why_by_which_article_and_until_when(
    closed: Case, over: object, wanted: Wanted, field: str
) -> None:
    with pytest.raises(InvalidError) as refused:
        hold(wanted, by="operator")

    assert refused.value.field == field


def test_an_unsure_period_ends_nothing(closed: Case, over: object, tmp_path: Path, settings: object) -> None:
    """A district that has not said to which unit task an affair belongs (미확인)."""
    deliberated(closed)
    settings.EOK_DISTRICT_DIR = _without_units(tmp_path)  # type: ignore[attr-defined]  # pytest-django's wrapper

    work.run({})

    assert not Ending.objects.exists()
    assert "미확인" in standing.of(finding.finished("2026-000001")).why_not


def _without_units(folder: Path) -> Path:
    import shutil

    from django.conf import settings

    copy = folder / "district"
    shutil.copytree(settings.EOK_DISTRICT_DIR, copy)
    (copy / "retention.yaml").unlink()
    return copy
