"""The migration from the register without chains: every entry of before is chained, found and replayed."""

from importlib import import_module

import pytest
from django.apps import apps

from eok.core import sealed
from eok.licences import queries, replay
from eok.licences.models import Licence, LicenceEvent
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
