"""Since the last release the tables only gained: its program runs on them while the new one is rolled out."""

from typing import Any

import pytest
from django.db import connection, models
from django.db.migrations import operations as ops
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.migration import Migration
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState

from eok.core.upgrade.compatible import breaches, contracts_since
from eok.core.upgrade.operations import AddIndexWhileOpen
from eok.core.upgrade.readiness import number
from eok.core.upgrade.releases import LAST


def new_migrations() -> tuple[list[Migration], ProjectState]:
    """Of this checkout, in order, and the tables of the last release."""
    loader = MigrationLoader(None)
    nodes = [node for leaf in loader.graph.leaf_nodes() for node in loader.graph.forwards_plan(leaf)]
    new = [node for node in dict.fromkeys(nodes) if ".".join(node) not in LAST.migrations]
    old = [node for node in loader.graph.nodes if ".".join(node) in LAST.migrations]
    return [loader.graph.nodes[node] for node in new], loader.project_state(old)


@pytest.mark.django_db
def test_nothing_is_taken_from_the_last_release() -> None:
    new, state = new_migrations()

    assert [f"{b.migration}: {b.what}: {b.why}" for b in breaches(new, state)] == []


def test_what_contracts_names_a_release_people_can_come_from() -> None:
    new, _ = new_migrations()

    named = [since for migration in new if (since := contracts_since(migration))]

    assert all(number(since) <= number(LAST.version) for since in named)


CHAR = models.CharField(max_length=10)
TRIED = [
    (ops.AddField("thing", "note", models.TextField(null=True)), ""),
    (ops.AddField("thing", "note", models.TextField(db_default="")), ""),
    (ops.AddField("thing", "note", models.TextField(default="")), "db_default도 없습니다"),
    (ops.AddField("thing", "code", models.CharField(max_length=9, null=True, unique=True)), "겹침을 금합니다"),
    (ops.RemoveField("thing", "name"), "칸을 없앱니다"),
    (ops.RenameField("thing", "name", "title"), "칸의 이름을 바꿉니다"),
    (ops.RenameModel("thing", "matter"), "표의 이름을 바꿉니다"),
    (ops.AlterModelTable("thing", "matter"), "표의 이름을 바꿉니다"),
    (ops.DeleteModel("thing"), "표를 없앱니다"),
    (ops.AlterField("thing", "name", models.CharField(max_length=20, null=True)), ""),
    (ops.AlterField("thing", "name", models.CharField(max_length=5, null=True)), "칸을 좁힙니다"),
    (ops.AlterField("thing", "name", models.CharField(max_length=10)), "못 비우게"),
    (ops.AlterField("thing", "name", models.IntegerField(null=True)), "종류를 바꿉니다"),
    (ops.AddConstraint("thing", models.UniqueConstraint(fields=["name"], name="once")), "모르는 조건"),
    (ops.RemoveConstraint("thing", "once"), "기대는 조건"),
    (ops.RunSQL("DROP TABLE toys_thing"), "읽을 수 없는 SQL"),
    (ops.RunPython(lambda apps, editor: None), "되돌릴 수 있게"),
    (ops.RunPython(lambda apps, editor: None, ops.RunPython.noop), ""),
    (AddIndexWhileOpen("thing", models.Index(fields=["name"], name="by_name")), ""),
    (ops.CreateModel("matter", [("id", models.AutoField(primary_key=True))]), ""),
    (ops.AlterUniqueTogether("thing", {("name",)}), "살펴본 적이 없습니다"),
    (ops.SeparateDatabaseAndState([ops.RemoveField("thing", "name")]), "칸을 없앱니다"),
]  # fmt: skip


def found(*operations: Operation, since: str = "") -> list[str]:
    state = ProjectState()
    fields: dict[str, models.Field[Any, Any]] = {
        "id": models.AutoField(primary_key=True),
        "name": models.CharField(max_length=10, null=True),
    }
    state.add_model(ModelState("toys", "Thing", fields))
    kind = type("Tried", (Migration,), {"operations": list(operations), "contracts_since": since})
    return [breach.why for breach in breaches([kind("0002_tried", "toys")], state)]


@pytest.mark.django_db
@pytest.mark.parametrize(("operation", "why"), TRIED, ids=lambda value: getattr(value, "describe", str)())
def test_each_kind_of_change_is_judged(operation: Operation, why: str) -> None:
    told = found(operation)

    assert told == [] if not why else (len(told) == 1 and why in told[0]), (connection.vendor, told)


@pytest.mark.django_db
def test_a_declared_contraction_is_let_through() -> None:
    assert found(ops.RemoveField("thing", "name"), since="0.1.0") == []


@pytest.mark.django_db
def test_a_table_made_since_may_still_change() -> None:
    made = ops.CreateModel("matter", [("id", models.AutoField(primary_key=True)), ("name", CHAR)])

    assert found(made, ops.RemoveField("matter", "name")) == []
