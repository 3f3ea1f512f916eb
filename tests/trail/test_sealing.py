"""Sealing takes what is new, once, and misses nothing."""

from datetime import timedelta
from typing import Any

import pytest

from eok.casework import chains
from eok.casework.models import CaseEvent
from eok.core import clock, keys, outbox
from eok.core.errors import ConflictError
from eok.core.keys import KeyNotHereError
from eok.core.outbox import worker
from eok.trail import merkle, statement
from eok.trail.actions import seal as sealing
from eok.trail.actions.seal import seal_new
from eok.trail.checking.whole import check
from eok.trail.models import Leaf, Seal
from tests import affairs

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def test_every_link_gets_one_leaf() -> None:
    case = affairs.mail_order(affairs.person())

    assert seal_new() == CaseEvent.objects.count() > 0

    leaf = Leaf.objects.get(stream=case.pk, sequence=1)
    assert bytes(leaf.digest) == bytes(CaseEvent.objects.get(case=case, sequence=1).digest)


def test_sealing_twice_is_sealing_once() -> None:
    affairs.mail_order(affairs.person())
    seal_new()

    assert seal_new() == 0
    assert Seal.objects.count() == 1


def test_seals_are_numbered_and_name_the_one_before() -> None:
    for _ in range(3):
        affairs.mail_order(affairs.person())
        seal_new()

    first, second, third = Seal.objects.order_by("number")

    assert [first.number, second.number, third.number] == [1, 2, 3]
    assert bytes(first.previous) == statement.START
    assert bytes(second.previous) == statement.digest(first)
    assert bytes(third.previous) == statement.digest(second)


def test_a_seal_can_be_checked_from_outside() -> None:
    for _ in range(3):
        affairs.mail_order(affairs.person())
    seal_new()
    seal = Seal.objects.get()
    leaves = [statement.leaf(leaf) for leaf in Leaf.objects.order_by("stream", "sequence")]

    path = merkle.proof(leaves, 1)

    assert statement.is_signed(seal, statement.published_keys())
    assert merkle.holds(leaves[1], 1, seal.size, path, bytes(seal.root))


def test_a_backlog_becomes_several_seals_and_no_chain_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(5):
        affairs.mail_order(affairs.person())
    affairs.work()
    monkeypatch.setattr(sealing, "BATCH", 3)

    assert seal_new() == CaseEvent.objects.count()

    assert Seal.objects.count() > 1
    assert Leaf.objects.values("stream", "seal").distinct().count() == 5
    assert check().findings == []


def test_what_became_visible_late_is_sealed(monkeypatch: pytest.MonkeyPatch) -> None:
    """On PostgreSQL a number is given before the commit: later numbers may have been sealed already."""
    affairs.mail_order(affairs.person())
    seal_new()
    monkeypatch.setattr(chains, "STRETCH", 2)
    late = CaseEvent.objects.latest("pk")
    for _ in range(3):
        affairs.mail_order(affairs.person())
    seal_new()
    _unseal(late)

    assert seal_new() == 0, "too far back for an ordinary run"
    with clock.freeze(clock.now() + timedelta(days=1)):
        assert seal_new() == 1


def test_what_is_near_the_newest_is_sealed_at_once() -> None:
    first = affairs.mail_order(affairs.person())
    affairs.mail_order(affairs.person())
    seal_new()
    _unseal(CaseEvent.objects.get(case=first, sequence=1))

    assert seal_new() == 1


def test_the_worker_seals_regularly() -> None:
    affairs.mail_order(affairs.person())
    assert sealing.SEAL_JOB in outbox.schedules()

    worker.run_schedules()
    affairs.work()

    assert Seal.objects.exists()
    assert Leaf.objects.count() >= 1


def test_a_process_that_serves_the_web_seals_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    affairs.mail_order(affairs.person())
    monkeypatch.setattr(keys, "_refused", set())
    keys.serve_the_web()

    with pytest.raises(KeyNotHereError):
        seal_new()
    sealing._tell_once.cache_clear()
    sealing.seal_regularly({})
    sealing.seal_regularly({})

    assert not Seal.objects.exists()
    assert caplog.text.count("not sealed") == 1


def test_two_sealers_do_not_seal_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    affairs.mail_order(affairs.person())
    read = sealing._unsealed
    seen: list[Any] = []

    def faster(now: Any) -> Any:
        found = read(now)
        if not seen:
            seen.append(now)
            sealing._seal_all(now)  # as if the lock had been lost on the way
        return found

    monkeypatch.setattr(sealing, "_unsealed", faster)

    with pytest.raises(ConflictError):
        seal_new()

    assert Seal.objects.count() == 1
    assert check().findings == []


def _unseal(event: CaseEvent) -> None:
    Leaf.objects.filter(stream=event.case_id, sequence=event.sequence).delete()
