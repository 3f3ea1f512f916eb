"""Ten thousand rows of an older book, a hundred bad ones of each kind among them, while the office goes on writing."""

import sys
import threading
from pathlib import Path
from time import perf_counter

import pytest
from django.db import connection

from benchmarks.rounds import percentile
from eok.core.serials import next_number
from eok.licences.importing.run import OTHERWISE, TWICE, Order, Report, run
from eok.licences.models import Licence, LicenceEvent
from tests.licences import books

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

ROWS, OF_EACH = 10_000, 100
LONGEST_WAIT_SECONDS = 1.0
"""Of nineteen in twenty: one may fall on a moment when the machine itself was busy."""
SPOILED = {
    "번호가 비어": {"번호": ""},
    "날짜를 읽을 수 없습니다": {"신고일": "2019-02-30"},
    "상태를 알 수 없습니다": {"상태": "좋음"},
    "검증 숫자": {"사업자등록번호": "123-45-67890"},
    "너무 깁니다": {"상호": "가" * 61},
    "제어 문자": {"소재지": "서초구\x07"},
    TWICE: {"번호": "제2019-0010000호"},
}
"""By what the sentence holds."""


class Neighbour(threading.Thread):
    """Somebody else who writes all the time: each write waits its turn in the queue."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.waits: list[float] = []
        self.done = threading.Event()

    def run(self) -> None:
        try:
            while not self.done.wait(0.02):
                begun = perf_counter()
                next_number("test:neighbour")
                self.waits.append(perf_counter() - begun)
        finally:
            connection.close()


def book(path: Path) -> Path:
    """Bad rows in stretches of a hundred; the last good number stands first, so that all its doubles come later."""
    good = ROWS - OF_EACH * (len(SPOILED) + 1) - 1
    rows = [books.row(10_000), *(books.row(n) for n in range(1, good + 1))]
    serial = 20_000
    for cells in SPOILED.values():
        rows += [books.row(serial + n, **cells) for n in range(OF_EACH)]
        serial += OF_EACH
    rows += [books.row(n, 상호="대장에는 다른 이름") for n in range(30_001, 30_001 + OF_EACH)]
    return books.write(path, rows)


def read_in(path: Path) -> Report:
    return run(Order(path, "food-business"), progress=lambda _: None)


def test_ten_thousand_rows_are_read_in_beside_the_office_s_work(tmp_path: Path) -> None:
    before = [books.row(n) for n in range(30_001, 30_001 + OF_EACH)]
    read_in(books.write(tmp_path / "before.csv", before))
    path, neighbour = book(tmp_path / "book.csv"), Neighbour()
    neighbour.start()
    begun = perf_counter()

    report = read_in(path)

    took = perf_counter() - begun
    neighbour.done.set()
    neighbour.join()
    good = ROWS - OF_EACH * (len(SPOILED) + 1)
    sys.stdout.write(f"{took:.1f} s, {good / took:.0f} rows/s, longest wait {max(neighbour.waits):.3f} s\n")
    assert (report.rows, report.imported, report.rejected) == (ROWS, good, ROWS - good)
    for words in (*SPOILED, OTHERWISE):
        assert sum(count for why, count in report.kinds.items() if words in why) == OF_EACH
    assert Licence.objects.count() == LicenceEvent.objects.count() == good + OF_EACH
    assert len(neighbour.waits) > 10
    assert percentile(neighbour.waits, 0.95) < LONGEST_WAIT_SECONDS

    again = read_in(path)

    assert (again.imported, again.already) == (0, good)
