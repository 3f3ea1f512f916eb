"""A table's digest tells what it holds and nothing else: not the order, not the kind of database."""

from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest

from eok.core import tables
from eok.core.models import Serial

ROWS: list[tuple[object, ...]] = [(1, "가", b"\x00"), (2, "나", None), (3, "", b"")]


def test_the_order_of_rows_does_not_matter() -> None:
    assert tables.add_up("t", ROWS) == tables.add_up("t", reversed(ROWS))


@pytest.mark.parametrize(
    "changed",
    [
        ROWS[:2],
        [*ROWS, ROWS[0]],
        [ROWS[0], ROWS[1], (3, "", None)],
        [ROWS[0], ROWS[1], (3, None, b"")],
        [(1, "나", b"\x00"), (2, "가", None), ROWS[2]],
    ],
    ids=["lost", "doubled", "empty is not nothing", "nothing is not empty", "values exchanged"],
)
def test_every_accident_changes_the_digest(changed: list[tuple[object, ...]]) -> None:
    assert tables.add_up("t", ROWS) != tables.add_up("t", changed)


def test_a_row_doubled_instead_of_another_is_seen() -> None:
    assert tables.add_up("t", [ROWS[0], ROWS[0]]) != tables.add_up("t", [ROWS[0], ROWS[1]])


def test_neighbours_do_not_flow_into_each_other() -> None:
    assert tables.canonical(("ab", "c")) != tables.canonical(("a", "bc"))


def test_one_instant_is_one_value_whatever_its_zone_and_bytes_whatever_holds_them() -> None:
    seoul = datetime(2026, 11, 23, 14, 0, 0, 5, timezone(timedelta(hours=9)))

    assert tables.canonical([seoul]) == tables.canonical([seoul.astimezone(UTC)])
    assert tables.canonical([memoryview(b"x")]) == tables.canonical([b"x"])


def test_values_of_two_kinds_are_never_the_same() -> None:
    values = [None, 0, False, "", b"", "0", date(2026, 11, 23), "2026-11-23", UUID(int=0), bytes(16)]

    assert len({tables.canonical([value]) for value in values}) == len(values)


def test_a_value_without_canonical_form_is_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        tables.canonical([1.5])


def test_each_table_comes_after_those_it_points_at_and_sessions_not_at_all() -> None:
    names = [table.__name__ for table in tables.kept()]

    assert names.index("Person") < names.index("Application") < names.index("Case") < names.index("CaseEvent")
    assert "Session" not in names


@pytest.mark.django_db
def test_the_digest_follows_the_rows_of_the_database() -> None:
    before = tables.sum_of(Serial, "default")
    Serial.objects.create(series="toy", last=3)

    after = tables.sum_of(Serial, "default")

    assert after.rows == before.rows + 1
    assert tables.sum_of(Serial, "default") == after != before
    assert tables.differences({"a": before, "b": after}, {"a": after, "b": after}) == ["a"]
