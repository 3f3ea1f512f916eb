"""Entries of a program that knew no chain are chained, found and replayed: from before the upgrade, and from a roll."""

from importlib import import_module

import pytest
from django.apps import apps

from eok.core import sealed
from eok.licences import held, queries, replay
from eok.licences.models import Licence, LicenceEvent
from eok.trail.actions.seal import seal_new
from eok.trail.checking.whole import check
from tests.licences import entries

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

migration = import_module("eok.licences.migrations.0003_chains_of_older_entries")


def as_it_was(licence: Licence, *verbs: str) -> None:
    """Rows as the first release wrote them."""
    for sequence, verb in enumerate(verbs, 1):
        details = sealed.seal(
            licence.wrapped_key, entries.CONTENT, context=f"licence:{licence.pk}:event:{sequence}"
        )
        LicenceEvent.objects.filter(licence=licence, sequence=sequence).update(
            version=1, verb=verb, from_state="", to_state="", at=None, actor_kind="", actor="", law="",
            details=details, previous=None, digest=None,
        )  # fmt: skip
    Licence.objects.filter(pk=licence.pk).update(
        head=None, sequence=0, papers_from=0, name_digest="", kind_digest=""
    )


def test_entries_of_before_are_chained_found_and_replayed() -> None:
    standing, ended = entries.opened(), entries.opened()
    for verb in ("suspended", "resumed"):
        entries.happen(standing, verb)
    entries.happen(ended, "closed")
    as_it_was(standing, "opened", "suspended", "active")
    as_it_was(ended, "opened", "closed")

    migration.chain_them(apps, None)

    assert check().findings == []
    assert list(replay.differences()) == []
    assert queries.search("하늘식당").count() == 2
    assert [line.verb for line in queries.history(standing)] == ["opened", "suspended", "resumed"]


def test_what_the_old_program_writes_during_a_roll_is_no_finding_and_joins_the_chain() -> None:
    licence = entries.opened()
    as_it_was(licence, "opened")

    assert check().findings == []
    seal_new()

    report = check()
    assert (report.findings, report.links, report.unsealed) == ([], 1, 0)
    assert list(replay.differences()) == []


def test_the_new_program_goes_on_where_the_old_one_stopped() -> None:
    licence = entries.opened()
    as_it_was(licence, "opened")

    entries.happen(licence, "suspended")

    assert check().findings == []
    assert list(replay.differences()) == []
    assert queries.search("하늘식당").count() == 1


def test_the_old_program_goes_on_where_the_new_one_stopped() -> None:
    licence = entries.opened()
    details = sealed.seal(licence.wrapped_key, entries.CONTENT, context=f"licence:{licence.pk}:event:2")
    LicenceEvent.objects.create(
        licence=licence, sequence=2, verb="closed", on=licence.opened_on, origin="case:1", details=details
    )
    Licence.objects.filter(pk=licence.pk).update(state="closed", ended_on=licence.opened_on)

    held.link_everywhere()

    assert check().findings == []
    assert list(replay.differences()) == []
