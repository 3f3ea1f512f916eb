"""What is published under `/trail/`: the last seal of each day in Seoul, and the keys to check them with.

The last seal of a day holds all before it, because each names the one before: who keeps a copy of one root can
show that nothing sealed until then was changed.
"""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from django.db.models import Max, QuerySet
from django.db.models.functions import TruncDate

from eok.core.clock import SEOUL
from eok.core.errors import EokError
from eok.trail import statement
from eok.trail.models import Seal

FORMAT = 1


class UnreadableRootsError(EokError):
    """The file is not what `/trail/roots.json` gives out."""


@dataclass(frozen=True)
class KeptRoot:
    """A seal as it is given out; the signed bytes can be made from it (docs/keys.md)."""

    number: int
    size: int
    root: str
    previous: str
    sealed_at: str
    key_id: str
    signature: str


def daily() -> QuerySet[Seal]:
    """The last seal of each day, newest first."""
    days = Seal.objects.annotate(day=TruncDate("sealed_at", tzinfo=SEOUL)).values("day")
    return Seal.objects.filter(pk__in=days.annotate(last=Max("number")).values("last")).order_by("-number")


@dataclass(frozen=True)
class Shown:
    """A day's root as the page shows it."""

    sealed_at: datetime
    kept: KeptRoot


def newest(days: int) -> list[Shown]:
    """The roots of the newest days on which something was sealed."""
    return [Shown(seal.sealed_at, as_kept(seal)) for seal in daily()[:days]]


def as_kept(seal: Seal) -> KeptRoot:
    return KeptRoot(
        number=seal.number,
        size=seal.size,
        root=bytes(seal.root).hex(),
        previous=bytes(seal.previous).hex(),
        sealed_at=seal.sealed_at.astimezone(UTC).isoformat(),
        key_id=seal.key_id,
        signature=bytes(seal.signature).hex(),
    )


def dumps() -> str:
    """`/trail/roots.json`."""
    keys = {name: statement.as_pem(key) for name, key in sorted(statement.published_keys().items())}
    roots = [asdict(as_kept(seal)) for seal in daily()]
    return json.dumps({"format": FORMAT, "keys": keys, "roots": roots}, indent=1)


def loads(text: bytes) -> list[KeptRoot]:
    """The roots of a kept copy. Raises UnreadableRootsError."""
    try:
        said = json.loads(text)
        if said["format"] != FORMAT:
            raise ValueError(said["format"])
        return [KeptRoot(**row) for row in said["roots"]]
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableRootsError(
            "보관한 뿌리 파일을 읽을 수 없습니다. /trail/roots.json에서 받은 그대로인지 확인해 주세요."
        ) from error
