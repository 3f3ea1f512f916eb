"""Rows of a table as text: pasted from a spreadsheet or a CSV file, and written back the same way.

A tab anywhere means cells are parted by tabs, else by commas (RFC 4180). A first line that repeats the heads is no row.
"""

import csv
import io
from collections.abc import Iterable, Sequence

LONGEST = 500_000
"""Characters; far beyond 5,000 rows."""


def read(text: str, heads: Sequence[str]) -> list[list[str]]:
    """The cells of each line that is not empty. Raises csv.Error for what is no table."""
    if len(text) > LONGEST:
        raise csv.Error("too long")
    lines = csv.reader(io.StringIO(text.replace("\x00", "")), delimiter="\t" if "\t" in text else ",")
    rows = [[cell.strip() for cell in line] for line in lines]
    filled = [row for row in rows if any(row)]
    return filled[1:] if filled and filled[0] == list(heads) else filled


def written(rows: Iterable[Sequence[str]], heads: Sequence[str]) -> str:
    """The same as text, under their heads."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([heads, *rows])
    return out.getvalue()
