"""Timed in a process with the house's settings and keys: the clock, a search, a certificate."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import cycle
from statistics import median
from time import perf_counter
from typing import Any
from unittest.mock import patch

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from benchmarks.stopwatch import times
from eok.certificates import render
from eok.certificates.render import Facts, Office, Rendition
from eok.core.clock import SEOUL
from eok.offices.calendar import calendar
from eok.offices.clock_lines import answer
from eok.papers import typeset
from eok.rules.clock import Policy
from eok.search.queries import search

CASE = json.dumps(
    {
        "id": "bench", "filed_at": "2026-11-20T20:30:00+09:00", "service_period": {"value": 3, "unit": "days"},
        "events": [
            {"type": "supplement_requested", "at": "2026-11-23T15:00:00+09:00"},
            {"type": "supplement_received", "at": "2026-11-25T11:00:00+09:00"},
        ],
    }
)  # fmt: skip
WORDS = (
    "가게 접으려고요",
    "온라인으로 옷을 팔려고요",
    "식당 폐업",
    "스마트스토어 신고",
    "ㅌㅅㅍㅁㅇ",
    "통신판매엄",
)
AT = datetime(2026, 11, 26, 14, 32, 7, tzinfo=SEOUL)
OFFICE = Office("http://127.0.0.1:8000", "서초구 시범민원실 02-0000-0000")
VALUES = {
    "name": "하늘상점", "representative": "김하늘", "birth_date": "1985년 4월 12일",
    "premises": "서울특별시 서초구 시범대로 12, 3층", "email": "haneul@example.org", "domain": "haneul.example",
    "filed_on": "2026년 11월 23일",
}  # fmt: skip


def measure(rounds: str) -> None:
    """Prints the figures, times in milliseconds."""
    count = int(rounds)
    words = cycle(WORDS)
    clock = times(count, lambda: answer(CASE, calendar(), Policy()))
    searches = times(count, lambda: search(next(words), as_typed=True))
    told: dict[str, float] = {"clock": median(clock), "search": median(searches), **_certificate(count // 4)}
    json.dump(told, sys.stdout)


def _certificate(count: int) -> dict[str, float]:
    facts = Facts("2026-서울서초-00412", "4827109355617209", VALUES, AT, "서초구청장")

    def issue() -> bytes:
        composed = render.compose("mail-order-certificate", facts)
        return render.draw(composed, Rendition.ELECTRONIC, OFFICE, at=AT)

    size = len(issue())
    with _watched(typeset, "_compile") as typesetting, _watched(render, "qr") as drawing:
        whole = times(count, issue)
    parts = median(typesetting.took) + median(drawing.took) + 2 * median(times(count, _signature()))
    return {"certificate": median(whole), "ratio": median(whole) / parts, "kilobytes": size / 1024}


def _signature() -> Callable[[], bytes]:
    key = ec.generate_private_key(ec.SECP256R1())
    return lambda: key.sign(b"facts", ec.ECDSA(hashes.SHA256()))


@dataclass
class Watch:
    took: list[float]


@contextmanager
def _watched(module: Any, name: str) -> Iterator[Watch]:  # Any: a module has no type of its own
    """Times each call of one function while it works as ever."""
    plain, watch = getattr(module, name), Watch([])

    def timed(*arguments: Any, **named: Any) -> Any:  # Any: whatever the function takes
        began = perf_counter()
        try:
            return plain(*arguments, **named)
        finally:
            watch.took.append((perf_counter() - began) * 1000)

    with patch.object(module, name, timed):
        yield watch
