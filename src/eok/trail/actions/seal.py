"""Seal the new links of all chains: batches under one signed root each (공공기록물법 §16, §18).

Runs beside the office's work: it reads outside transactions, signs outside them, and holds one only to
write a batch. Twice is as good as once: a link has one leaf, a number one seal.
"""

import logging
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from itertools import groupby
from typing import Any

from django.db import IntegrityError, transaction

from eok.core import clock, outbox
from eok.core.errors import ConflictError
from eok.core.keys import KeyNotHereError
from eok.core.postgresql import locks
from eok.core.postgresql.locks import Lock
from eok.trail import merkle, sources, statement
from eok.trail.models import Leaf, Seal
from eok.trail.sources import NewLink

SEAL_JOB = "trail.seal"
SEAL_SECONDS = 60
BATCH = 500
"""Links of one seal, about: on SQLite a filing waits while they are written. No chain is cut in two by it."""

log = logging.getLogger("eok.trail")


@outbox.job(SEAL_JOB, outside=True)
def seal_regularly(payload: Mapping[str, Any]) -> None:
    """Recurring. Where the key belongs to another user of the machine, that one runs `./eok trail seal`."""
    try:
        seal_new()
    except KeyNotHereError as error:
        _tell_once(error.message)


@cache
def _tell_once(why: str) -> None:
    log.warning("not sealed: %s", why)


def seal_new() -> int:
    """Seal what no seal covers; returns how many links. Raises KeyNotHereError, ConflictError.

    While another sealer of the same database is at it, there is nothing left for us.
    """
    with locks.if_free(Lock.SEAL) as ours:
        return _seal_all(clock.now()) if ours else 0


def _seal_all(now: datetime) -> int:
    links = _unsealed(now)
    for batch in _batches(links):
        _seal(batch, now)
    return len(links)


def _unsealed(now: datetime) -> list[NewLink]:
    """Near the newest; once a day from the beginning, so that what came in late stays nowhere unseen."""
    last = Seal.objects.order_by("-number").first()
    whole = last is None or _day(last.sealed_at) != _day(now)
    found = [link for source in sources.registered() for link in source.new_links(all_of_them=whole)]
    return sorted(found, key=lambda link: (link.stream, link.sequence))


def _day(moment: datetime) -> object:
    return moment.astimezone(clock.SEOUL).date()


def _batches(links: list[NewLink]) -> Iterator[list[NewLink]]:
    batch: list[NewLink] = []
    for _, chain in groupby(links, key=lambda link: link.stream):
        batch.extend(chain)
        if len(batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _seal(links: list[NewLink], now: datetime) -> None:
    last = Seal.objects.order_by("-number").first()
    seal = Seal(
        number=last.number + 1 if last else 1,
        size=len(links),
        root=merkle.root([statement.leaf(link) for link in links]),
        previous=statement.digest(last) if last else statement.START,
        sealed_at=now,
    )
    statement.sign(seal)
    try:
        _write(seal, links)
    except IntegrityError as error:
        raise ConflictError(
            "다른 곳에서 같은 기록을 봉인하고 있습니다. 잘못된 것은 없습니다. 잠시 뒤에 다시 해 주세요."
        ) from error


@transaction.atomic
def _write(seal: Seal, links: list[NewLink]) -> None:
    seal.save(force_insert=True)
    Leaf.objects.bulk_create(
        Leaf(seal=seal, stream=link.stream, sequence=link.sequence, digest=link.digest) for link in links
    )
