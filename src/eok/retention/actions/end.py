"""End one record, or all that may be ended: asked again under the lock, noted outside the database, then done.

A crash leaves either nothing, or a note without its end (the next run ends it), or bytes without a key (the next run
removes them). The end itself is one transaction.
"""

import logging
from collections.abc import Iterator
from datetime import date

from django.db import transaction

from eok.core import clock, retention
from eok.core.retention import Gone, Record
from eok.papers.actions import end as papers
from eok.retention import candidates, destroyed, residue, standing
from eok.retention.destroyed import Destroyed
from eok.retention.errors import HeldError, NotDueError, RecordNotFoundError
from eok.retention.models import Ending
from eok.retention.standing import Ground, Standing

log = logging.getLogger("eok.retention")


def end(record: Record) -> Ending | None:
    """None: somebody was faster. Raises HeldError, NotDueError, RecordNotFoundError."""
    with residue.none_left(), transaction.atomic():
        found = retention.keepers()[record.kind].get(record.id)
        if found is None:
            if Ending.objects.filter(kind=record.kind, record=record.id).exists():
                return None
            raise RecordNotFoundError(record.label)
        ground = _require_ground(standing.of(found))
        return _end(found, ground)


def end_due(*, limit: int) -> list[Ending]:
    """All that may be ended now, up to so many; what can't is left and told."""
    done: list[Ending] = []
    for one in _may_end():
        if len(done) >= limit:
            break
        ended = end(one.record)
        if ended is not None:
            done.append(ended)
    papers.drop_bytes()
    return done


def may_end(*, limit: int) -> list[Standing]:
    """What `end_due` would end (`--dry-run`)."""
    return [one for one, _ in zip(_may_end(), range(limit), strict=False)]


def end_again(one: Destroyed) -> bool:
    """What the list says was ended, in a restored database that still has it. No period is asked: it was lawful then."""
    with transaction.atomic():
        gone = retention.end(one.kind, one.record, one.law)
        if gone.rows:
            _write(one, gone, again=True)
    return bool(gone.rows)


def _may_end() -> Iterator[Standing]:
    return (one for one in candidates.standings(candidates.that_may_end()) if one.ground)


def _require_ground(found: Standing) -> Ground:
    record = found.record
    if found.held:
        destroyed.forget(record.kind, record.id)
        raise HeldError(
            f"{record.label}: {found.why_not}. 파기하지 않았습니다. 보류를 푼 뒤에 다시 해 주세요."
        )
    if found.ground is None:
        raise NotDueError(
            f"{record.label}: 아직 파기할 수 없습니다. {found.why_not} 아무것도 바꾸지 않았습니다."
        )
    return found.ground


def _end(record: Record, ground: Ground) -> Ending:
    gone = retention.end(record.kind, record.id, ground.law)
    line = Destroyed(
        kind=record.kind,
        record=record.id,
        class_id=standing.CLASS_OF[record.kind],
        label=record.label,
        service_id=record.service_id,
        department=record.department,
        law=ground.law,
        ground=ground.number,
        finished_on=record.finished_on.isoformat(),
        ended_at=clock.now().isoformat(),
        keys=gone.key_digests,
    )
    ending = _write(line, gone, again=False)
    destroyed.note(line)
    log.info("ended %s %s by %s", line.kind, line.record, line.law)
    return ending


def _write(line: Destroyed, gone: Gone, *, again: bool) -> Ending:
    """A line of the register; in a restored database it may be there already."""
    return Ending.objects.update_or_create(
        kind=line.kind,
        record=line.record,
        defaults={
            "label": line.label,
            "service_id": line.service_id,
            "department": line.department,
            "class_id": line.class_id,
            "law": line.law,
            "ground": line.ground,
            "finished_on": date.fromisoformat(line.finished_on),
            "ended_at": line.ended_at,
            "keys": len(gone.keys),
            "files": len(gone.files),
            "rows": gone.rows,
            "again": again,
        },
    )[0]
