"""The one spelling of a service, so that equal means equal digest: sorted keys, no spaces, NFC.

What only arranges the portal (order on the home page, neighbours) is left out: moving a tile must not
make a draft of yesterday look like another form. Values equal to their default are left out too;
therefore a default never changes without a new FORMAT (see `readers.py`).
"""

import hashlib
import json
import unicodedata
from dataclasses import dataclass
from typing import Any

from eok.catalogue.schema import Service

FORMAT = 1
"""Number of the stored form written by this program."""

_NOT_PINNED = {"popular", "popular_when", "life_events", "related"}


@dataclass(frozen=True)
class Canonical:
    """A service as it is stored."""

    text: str
    digest: str
    """SHA-256 of `text`, hex."""


_KEPT = 4096
_spelled: dict[int, tuple[Service, Canonical]] = {}
"""By identity: the same object is asked for again and again, spelling it takes a millisecond."""


def canonical(service: Service) -> Canonical:
    kept = _spelled.get(id(service))
    if kept is None:
        if len(_spelled) >= _KEPT:
            _spelled.clear()
        kept = _spelled[id(service)] = (service, _spell(service))
    return kept[1]


def _spell(service: Service) -> Canonical:
    value = service.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=_NOT_PINNED)
    text = canonical_json(value)
    return Canonical(text, hashlib.sha256(text.encode()).hexdigest())


def canonical_json(value: Any) -> str:
    """JSON with sorted keys, no spaces, text in NFC."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return unicodedata.normalize("NFC", text)
