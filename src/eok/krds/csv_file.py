"""Lists as files for spreadsheets: a CSV (RFC 4180) that opens well and runs nothing."""

import csv
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from django.http import HttpResponse

from eok.core.spreadsheet import harmless


def file(name: str, head: Sequence[str], lines: Iterable[Sequence[str]]) -> HttpResponse:
    """With the mark by which spreadsheets read the Hangul."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}.csv"
    response.headers["Cache-Control"] = "no-store"
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(head)
    writer.writerows([harmless(cell) for cell in line] for line in lines)
    return response
