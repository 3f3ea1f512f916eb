"""One run over a file: every row is written, already there, or told why not; nothing is read in twice."""

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from eok.core import clock
from eok.core.spreadsheet import harmless
from eok.licences.errors import ImportFileError
from eok.licences.importing import headers, reading, rows, writing
from eok.licences.importing.rows import RowError
from eok.licences.importing.writing import BATCH, Numbered
from eok.offices import queries as offices

TWICE = "같은 번호가 파일에 또 있습니다. 먼저 나온 줄만 옮겼습니다."
OTHERWISE = "같은 번호가 대장에 다른 내용으로 있습니다. 대장의 것을 그대로 두었습니다."


@dataclass(frozen=True)
class Order:
    file: Path
    register: str
    columns: Path | None = None
    encoding: str = ""
    rejects: Path | None = None
    dry_run: bool = False
    all_or_nothing: bool = False


@dataclass
class Report:
    rows: int = 0
    imported: int = 0
    already: int = 0
    dry_run: bool = False
    held_back: bool = False
    """Nothing was written because something was wrong."""
    rejects: list[tuple[int, str, str]] = field(default_factory=list)
    """Row of the file, number of the entry, sentence."""
    rejects_file: str = ""

    @property
    def rejected(self) -> int:
        return len(self.rejects)

    @property
    def kinds(self) -> Counter[str]:
        """How often each sentence."""
        return Counter(why for _, _, why in self.rejects)

    def as_dict(self) -> dict[str, object]:
        return {
            "rows": self.rows, "imported": self.imported, "already": self.already, "rejected": self.rejected,
            "dry_run": self.dry_run, "held_back": self.held_back, "kinds": dict(self.kinds),
            "rejects_file": self.rejects_file,
        }  # fmt: skip


def run(order: Order, *, progress: Callable[[str], object]) -> Report:
    """Raises ImportFileError when the file can't be read at all, DistrictFileError for an unknown register."""
    offices.register(order.register)
    report = Report(dry_run=order.dry_run)
    good = list(_good(order, report))
    report.held_back = order.all_or_nothing and bool(report.rejects)
    if not order.dry_run and not report.held_back:
        _write(order.register, good, report, progress)
    if report.rejects:
        report.rejects_file = str(_write_rejects(order, report))
    return report


def _good(order: Order, report: Report) -> Iterator[Numbered]:
    """Rows that may become entries and are not there yet; all others are counted."""
    found = _read(order, report)
    while batch := list(islice(found, BATCH)):
        known = writing.there(order.register, batch)
        for one in batch:
            origin = known.get(one.row.licence_no)
            if origin is None:
                yield one
            elif origin == one.origin:
                report.already += 1
            else:
                report.rejects.append((one.number, one.row.licence_no, OTHERWISE))


def _read(order: Order, report: Report) -> Iterator[Numbered]:
    lines = reading.rows(order.file, order.encoding)
    first = next(lines, None)
    if first is None:
        raise ImportFileError("파일에 아무것도 없습니다. 옮긴 것이 없습니다. 파일을 확인해 주세요.")
    places = headers.places(first[1], order.columns)
    today, seen = clock.seoul_now().date(), set[str]()
    for number, cells in lines:
        report.rows += 1
        try:
            row = rows.read(cells, places, today)
            if row.licence_no in seen:
                raise RowError(TWICE)
        except RowError as error:
            report.rejects.append((number, _number(cells, places["licence_no"]), str(error)))
            continue
        seen.add(row.licence_no)
        yield Numbered(number, row, writing.origin_of(order.register, row))


def _write(register: str, good: list[Numbered], report: Report, progress: Callable[[str], object]) -> None:
    for start in range(0, len(good), BATCH):
        batch = good[start : start + BATCH]
        lost = writing.write(register, batch)
        report.rejects += [(one.number, one.row.licence_no, OTHERWISE) for one in lost]
        report.imported += len(batch) - len(lost)
        progress(f"{report.imported:,} / {len(good):,}줄")


def _write_rejects(order: Order, report: Report) -> Path:
    """CSV with the row, the number and the sentence; no other value of the row. Readable by its owner alone."""
    path = order.rejects or order.file.with_name(f"{order.file.stem}.rejects.csv")
    path.touch(mode=0o600)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("줄", "번호", "까닭"))
        writer.writerows((row, harmless(number), why) for row, number, why in sorted(report.rejects))
    return path


def _number(cells: reading.Row, place: int) -> str:
    return cells[place].strip()[:60] if place < len(cells) else ""
