"""A file as rows of text: CSV in UTF-8 (with or without its mark) or CP949, or the first sheet of an XLSX."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from eok.licences.errors import ImportFileError

MAX_BYTES = 100 * 1024 * 1024
MAX_UNPACKED = 1024 * 1024 * 1024
"""Of a workbook: a small file may unfold to more than the machine holds."""
MAX_ROWS = 500_000

Row = Sequence[str]


def rows(path: Path, encoding: str = "") -> Iterator[tuple[int, Row]]:
    """Number (as a spreadsheet counts, from 1) and cells of each row that holds something. Raises ImportFileError."""
    content = _content(path)
    found = _workbook(content) if content.startswith(b"PK\x03\x04") else _csv(_text(content, encoding))
    for number, row in enumerate(found, 1):
        if number > MAX_ROWS:
            raise ImportFileError(
                f"줄이 {MAX_ROWS:,}개를 넘습니다. 아무것도 더 읽지 않았습니다. 파일을 나눠 주세요."
            )
        if any(cell.strip() for cell in row):
            yield number, row


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ImportFileError(
            f"{path} 파일을 열지 못했습니다. 아무것도 옮기지 않았습니다. 이름과 자리를 확인해 주세요."
        ) from error
    if len(content) > MAX_BYTES:
        raise ImportFileError("파일이 100MB를 넘습니다. 아무것도 옮기지 않았습니다. 파일을 나눠 주세요.")
    return content


def _text(content: bytes, encoding: str) -> str:
    for name in [encoding] if encoding else ["utf-8-sig", "cp949"]:
        try:
            return content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    raise ImportFileError(
        "파일의 글자를 읽지 못했습니다. 아무것도 옮기지 않았습니다. UTF-8이나 CP949로 저장하거나 --encoding으로 알려 주세요."
    )


def _csv(text: str) -> Iterator[Row]:
    csv.field_size_limit(1_000_000)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), strict=True)
    except csv.Error as error:
        raise ImportFileError(
            f"CSV의 꼴이 맞지 않습니다({error}). 따옴표가 닫히지 않은 줄이 있는지 확인해 주세요."
        ) from error


def _workbook(content: bytes) -> Iterator[Row]:
    _require_small(content)
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        found = sheet.to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError, IndexError) as error:
        raise ImportFileError(
            "XLSX 파일을 읽지 못했습니다. 아무것도 옮기지 않았습니다. 암호를 풀고 첫 시트에 대장을 두어 다시 저장해 주세요."
        ) from error
    for row in found:
        yield [_cell(value) for value in row]


def _require_small(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(info.file_size for info in archive.infolist())
    except zipfile.BadZipFile as error:
        raise ImportFileError(
            "XLSX 파일이 깨져 있습니다. 아무것도 옮기지 않았습니다. 다시 저장해 주세요."
        ) from error
    if size > MAX_UNPACKED:
        raise ImportFileError("XLSX를 펼치면 너무 큽니다. 아무것도 옮기지 않았습니다. 파일을 나눠 주세요.")


def _cell(value: object) -> str:
    """As a person reads it: days without a time, whole numbers without a point."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
