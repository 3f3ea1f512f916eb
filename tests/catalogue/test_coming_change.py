"""A dated section of a file: before its day one state, from the day on the other, with no restart between."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command

from eok.catalogue import loader, queries
from eok.catalogue.canonical import canonical
from eok.core import clock
from tests.catalogue.changing import AFFAIR, CHANGE, REPOSITORY, changing, file_of, folder

__all__ = ["changing"]

MIDNIGHT = datetime.fromisoformat("2027-01-01T00:00:00+09:00")
DISTRICT = REPOSITORY / "districts/seocho"
FAULTS = [
    (
        "unit: days, source: {grade: 미확인}}\n",
        "unit: fortnights, source: {grade: 미확인}}\n",
        "쓸 수 없습니다",
    ),
    ("      papers: []", "      paperz: []", "모르는 이름입니다"),
    ("      papers: []", "      id: other-report", "바꿀 수 없는 이름"),
    ("    source: {grade: 미확인, cite", "    sauce: {grade: 미확인, cite", "모르는 이름입니다"),
    ("from: 2027-01-01", "from: 내년", "날짜"),
]


@pytest.mark.usefixtures("changing")
@pytest.mark.parametrize(("before", "days"), [(timedelta(seconds=1), 3), (timedelta(0), 2)])
def test_the_state_is_that_of_the_day_in_seoul(before: timedelta, days: int) -> None:
    with clock.freeze(MIDNIGHT - before):
        assert queries.get(AFFAIR).processing_period.value == days


@pytest.mark.usefixtures("changing")
def test_between_two_turns_it_is_one_object() -> None:
    with clock.freeze(MIDNIGHT - timedelta(days=2)):
        earlier = queries.loaded()
    with clock.freeze(MIDNIGHT - timedelta(seconds=1)):
        assert queries.loaded() is earlier
    with clock.freeze(MIDNIGHT):
        assert queries.loaded() is not earlier


@pytest.mark.usefixtures("changing")
def test_what_comes_is_known_until_it_came() -> None:
    with clock.freeze(MIDNIGHT - timedelta(days=1)):
        (coming,) = queries.coming(AFFAIR)
        assert (coming.since, coming.service.papers) == (date(2027, 1, 1), ())
    with clock.freeze(MIDNIGHT):
        assert queries.coming(AFFAIR) == ()


def test_a_section_that_has_not_come_leaves_the_version_as_it_is(tmp_path: Path) -> None:
    plain = loader.load(REPOSITORY / "data", DISTRICT).services[AFFAIR]
    with_section = loader.load(folder(tmp_path), DISTRICT)

    assert canonical(with_section.services[AFFAIR]) == canonical(plain)
    assert canonical(with_section.on(date(2027, 1, 1)).services[AFFAIR]) != canonical(plain)


def test_a_field_is_replaced_whole(tmp_path: Path) -> None:
    """No word of the old fact stays under the new one."""
    changed = loader.load(folder(tmp_path), DISTRICT).on(date(2027, 6, 1)).services[AFFAIR]

    assert changed.processing_period.source.note is None
    assert changed.processing_period.source.where is None


@pytest.mark.parametrize(("right", "wrong", "said"), FAULTS)
def test_a_fault_of_what_comes_is_told_today(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    assert right in CHANGE
    data = folder(tmp_path, CHANGE.replace(right, wrong))
    lines = file_of(data).read_text(encoding="utf-8").splitlines()

    problems = loader.load(data, DISTRICT).problems

    problem = next(p for p in problems if said in p.text)
    assert problem.file.endswith(f"{AFFAIR}.yaml")
    assert problem.line > lines.index("changes:")


def test_later_sections_have_later_days(tmp_path: Path) -> None:
    twice = CHANGE + CHANGE.split("changes:\n")[1]

    (problem,) = loader.load(folder(tmp_path, twice), DISTRICT).problems

    assert "뒤의 날이어야" in problem.text


def test_sections_add_up(tmp_path: Path) -> None:
    later = """
  - from: 2028-01-01
    source: {grade: 미확인}
    set: {minutes: 9}
"""
    loaded = loader.load(folder(tmp_path, CHANGE + later), DISTRICT)

    last = loaded.on(date(2028, 1, 1)).services[AFFAIR]
    assert (last.minutes, last.processing_period.value, last.papers) == (9, 2, ())
    assert loaded.turn(date(2027, 12, 31)) == date(2027, 1, 1)


def test_the_checks_look_at_what_comes_too(
    changing: Path, monday: datetime, capsys: pytest.CaptureFixture[str]
) -> None:
    """Here the affair goes to a department that does not exist."""
    file = file_of(changing)
    file.write_text(
        file.read_text(encoding="utf-8").replace("      papers: []", "      office: kitchens"),
        encoding="utf-8",
    )

    with pytest.raises(SystemExit):
        call_command("catalogue", "check")

    said = capsys.readouterr().out
    line = file.read_text(encoding="utf-8").splitlines().index("      office: kitchens") + 1
    assert f"{file.name}:{line}: 부서에 없는 이름입니다: kitchens" in said
