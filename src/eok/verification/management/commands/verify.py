"""`./eok verify FILE [--json] [--keys KEYS]`: is this document ours, unchanged? No network, no database.

Exit 0 valid, 1 not valid, 2 nothing to check (no such file, empty, too large, neither PDF nor picture).
"""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand

from eok.certificates import authority, key_list
from eok.certificates.key_list import KeyList
from eok.core.errors import EokError
from eok.verification.errors import UnreadableFileError
from eok.verification.offline import Report, verify_file
from eok.verification.scan import PICTURE_LIMIT

BAD_USE = 2


class Command(BaseCommand):
    help = "문서가 우리 구가 발급한 그대로인지 확인합니다(연결 없이). Check an issued document, offline."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="PDF, PNG, JPEG")
        parser.add_argument("--json", action="store_true", help="JSON 한 줄로 답합니다.")
        parser.add_argument(
            "--keys", type=Path, help="공개 키 목록(keys.json). 없으면 이 설치의 것을 씁니다."
        )

    def handle(self, *, file: Path, json: bool, keys: Path | None, **_options: object) -> None:
        try:
            report = verify_file(_content(file), _keys(keys))
        except EokError as error:
            self.stderr.write(str(error))
            sys.exit(BAD_USE)
        self.stdout.write(_as_json(report) if json else _as_text(report))
        sys.exit(0 if report.valid else 1)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(PICTURE_LIMIT + 1)
    except OSError as error:
        raise UnreadableFileError(f"{path} 파일을 열지 못했습니다.") from error


def _keys(path: Path | None) -> KeyList:
    if path is None:
        return authority.published_keys()
    return key_list.loads(_content(path))


def _as_json(report: Report) -> str:
    return json.dumps(report.as_dict(), ensure_ascii=False)


def _as_text(report: Report) -> str:
    lines = [
        "진본입니다." if report.valid else "진본으로 볼 수 없습니다.",
        *(f"- {reason}" for reason in report.reasons),
    ]
    names = {
        "title": "제목",
        "number": "번호",
        "document_no": "문서확인번호",
        "issued_on": "발급일",
        "issuer": "발급 기관",
    }
    lines += [f"{label}: {report.document[name]}" for name, label in names.items() if name in report.document]
    fields = report.document.get("fields", [])
    if isinstance(fields, list):
        lines += [f"{field['caption']}: {field['value']}" for field in fields]
    return "\n".join(lines)
