"""Lists as files for spreadsheets: the same rows, names masked as on the page."""

import csv
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from django.http import HttpResponse


def file(name: str, head: Sequence[str], lines: Iterable[Sequence[str]]) -> HttpResponse:
    """A CSV (RFC 4180) with the mark by which spreadsheets read the Hangul."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}.csv"
    response.headers["Cache-Control"] = "no-store"
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(head)
    writer.writerows([_harmless(cell) for cell in line] for line in lines)
    return response


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet can't take for a formula (CWE-1236)."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
