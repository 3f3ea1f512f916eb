"""Prepared statements find, change and write what the same QuerySets would."""

import threading
from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import F, QuerySet
from django.db.transaction import TransactionManagementError

from eok.core import clock
from eok.core.models import Job, Serial
from eok.core.prepared import MOMENT, NUMBER, TEXT, Change, Rows, Slot, insert, update

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)

BY_NAME = Rows(lambda: Job.objects.filter(name=Slot("name", TEXT)).order_by("key"))


def job(name: str, key: str) -> Job:
    return Job(name=name, key=key, payload="{}", due_at=clock.now())


def test_rows_are_those_of_the_query_each_time_anew() -> None:
    for name, key in (("a", "2"), ("a", "1"), ("b", "1")):
        job(name, key).save()

    assert [row.key for row in BY_NAME.all(name="a")] == ["1", "2"]
    assert [row.key for row in BY_NAME.all(name="b")] == ["1"]
    first = BY_NAME.first(name="a")
    assert first is not None
    assert vars(first)["due_at"] == Job.objects.get(name="a", key="1").due_at
    assert BY_NAME.first(name="nobody") is None


def test_values_and_kinds_of_slots() -> None:
    job("a", "1").save()
    until = Rows(
        lambda: Job.objects.filter(
            due_at__lte=Slot("at", MOMENT), attempts=Slot("tries", NUMBER)
        ).values_list("name", "key")
    )

    assert until.all(at=clock.now(), tries=0) == [("a", "1")]
    assert until.all(at=clock.now() - timedelta(days=1), tries=0) == []
    assert until.all(at=clock.now(), tries=1) == []


def test_it_is_built_once_and_by_each_thread_for_itself() -> None:
    built: list[int] = []

    def build() -> QuerySet[Job]:
        built.append(1)
        return Job.objects.filter(name=Slot("name", TEXT))

    rows = Rows(build)
    job("a", "1").save()
    found = [len(rows.all(name="a")) for _ in range(3)]

    def elsewhere() -> None:
        found.append(len(rows.all(name="a")))
        connection.close()

    other = threading.Thread(target=elsewhere)
    other.start()
    other.join()

    assert found == [1, 1, 1, 1]
    assert len(built) == 2


def test_a_missing_value_is_an_error_and_never_an_empty_answer() -> None:
    with pytest.raises(KeyError):
        BY_NAME.all(nme="a")


def test_a_lock_outside_a_transaction_is_refused() -> None:
    locked = Rows(lambda: Job.objects.select_for_update().filter(name=Slot("name", TEXT)))

    with transaction.atomic():
        assert locked.all(name="a") == []
    with pytest.raises(TransactionManagementError):
        locked.all(name="a")


def test_a_change_says_how_many_rows_it_met() -> None:
    Serial.objects.create(series="a", last=4)
    raised = Change(
        lambda: Serial.objects.filter(series=Slot("series", TEXT)), last=F("last") + Slot("by", NUMBER)
    )
    gone = Change(lambda: Serial.objects.filter(series=Slot("series", TEXT)))

    assert raised.run(series="a", by=3) == 1
    assert Serial.objects.get(series="a").last == 7
    assert raised.run(series="b", by=3) == 0
    assert gone.run(series="a") == 1
    assert gone.run(series="a") == 0


def test_insert_writes_the_row_and_gives_its_key() -> None:
    row = job("a", "1")

    insert(row)

    assert row.pk == Job.objects.get(name="a").pk
    assert not row._state.adding
    kept = Job.objects.get(pk=row.pk)
    assert {f.name: getattr(kept, f.name) for f in Job._meta.fields} == {
        f.name: getattr(row, f.name) for f in Job._meta.fields
    }


def test_update_writes_the_named_fields_of_this_row_only() -> None:
    row, other = job("a", "1"), job("a", "2")
    insert(row)
    insert(other)
    row.attempts, row.dead, row.payload = 3, True, "not named"

    update(row, "attempts", "dead")

    kept = Job.objects.get(pk=row.pk)
    assert (kept.attempts, kept.dead, kept.payload) == (3, True, "{}")
    assert Job.objects.get(pk=other.pk).attempts == 0
    row.pk = 10**9
    with pytest.raises(DatabaseError):
        update(row, "attempts")


def test_insert_of_what_is_there_raises_or_leaves_it_as_asked() -> None:
    insert(job("a", "1"))

    insert(job("a", "1"), or_ignore=True)
    assert Job.objects.count() == 1
    with pytest.raises(IntegrityError):
        insert(job("a", "1"))


def test_after_an_error_the_transaction_cannot_be_kept() -> None:
    """As with Django's own: on PostgreSQL the rest would fail, on SQLite it would be half an act."""
    insert(job("a", "1"))
    with pytest.raises(TransactionManagementError), transaction.atomic():
        with pytest.raises(IntegrityError):
            insert(job("a", "1"))
        Job.objects.count()
