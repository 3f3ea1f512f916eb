"""Replaying the events makes the register again, and says what somebody wrote past them."""

from datetime import date

import pytest

from eok.core import sealed
from eok.licences import queries, record, replay
from eok.licences.details import Details
from eok.licences.models import Licence, LicenceEvent, Sanction
from tests.licences import entries

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def with_a_history() -> Licence:
    """Changed, sanctioned, lifted, suspended and resumed."""
    licence = entries.opened()
    entries.happen(licence, "changed", Details(content={"name": "새하늘식당"}))
    sanction = entries.stopped(licence, date(2026, 11, 1), date(2026, 11, 30))
    entries.happen(licence, "sanction_lifted", Details(lifts=sanction.sequence))
    entries.happen(licence, "suspended")
    entries.happen(licence, "resumed")
    return entries.fresh(licence)


def test_every_writer_writes_what_replay_makes() -> None:
    with_a_history()
    ended = entries.opened()
    entries.happen(ended, "closed", Details(ended_on=date(2026, 11, 20)))
    entries.happen(ended, "corrected", Details(content={"phone": "02-0000-0009"}))

    assert list(replay.differences()) == []


@pytest.mark.parametrize(
    ("column", "value", "word"),
    [
        ("state", "closed", "상태"),
        ("ended_on", date(2020, 1, 1), "끝난 날"),
        ("papers_from", 0, "살아 있는 문서"),
        ("holder_digest", "0" * 64, "찾기값"),
        ("licence_no", "제1999-1호", "대장과 번호"),
    ],
)
def test_a_row_written_past_its_events_is_told_and_put_right(column: str, value: object, word: str) -> None:
    before = with_a_history()
    Licence.objects.filter(pk=before.pk).update(**{column: value})

    [found] = replay.differences()
    assert word in found.what

    assert replay.rebuild() == 1
    after = entries.fresh(before)
    assert list(replay.differences()) == []
    assert getattr(after, column) == getattr(before, column)


def test_changed_content_names_the_column_not_the_value() -> None:
    licence = with_a_history()
    said = {**queries.content(licence), "premises": "다른 곳"}
    forged = sealed.seal(licence.wrapped_key, said, context=record.content_context(licence))
    Licence.objects.filter(pk=licence.pk).update(content=forged)

    [found] = replay.differences()

    assert "소재지" in found.what and "다른 곳" not in found.what


def test_the_whole_row_comes_back_from_its_events() -> None:
    before = with_a_history()
    content = queries.content(before)
    Sanction.objects.all().delete()
    Licence.objects.filter(pk=before.pk).update(
        content=bytes(40),
        state="revoked",
        sequence=0,
        name_digest="",
        business_digest="",
        opened_on=date(1990, 1, 1),
    )

    replay.rebuild()

    after = entries.fresh(before)
    assert queries.content(after) == content
    assert (after.state, after.sequence, after.opened_on) == (before.state, before.sequence, before.opened_on)
    assert Sanction.objects.get().lifted_on == date(2026, 11, 23)


def test_events_of_the_first_version_are_read() -> None:
    licence = entries.opened()
    event = LicenceEvent.objects.get(licence=licence)
    event.version = 1
    event.details = sealed.seal(
        licence.wrapped_key, {"name": "옛식당"}, context=f"licence:{licence.pk}:event:1"
    )
    event.save()

    [line] = queries.history(licence)

    assert line.details.content == {"name": "옛식당"}
