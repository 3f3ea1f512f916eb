"""`./eok search [--json] WORDS` · `./eok search --batch FILE` (`-` reads the standard input).

Batch: lines `{"id", "query"}` → lines `{"id", "results": [{"service", "title", "law", "form", "score"}]}`.
Exit 0: good; 1: a line could not be read; 2: bad use.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from eok.search.queries import search
from eok.search.results import Hit, Results


class Command(BaseCommand):
    help = "통합검색: 말로 민원을 찾습니다. --batch는 여러 말을 한꺼번에 찾습니다."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("words", nargs="*", help="찾을 말")
        parser.add_argument("--json", action="store_true", help="JSON으로 답합니다")
        parser.add_argument("--batch", metavar="FILE", help='{"id", "query"} 줄의 파일(- 는 표준 입력)')

    def handle(self, *args: Any, **options: Any) -> None:
        if bool(options["words"]) == bool(options["batch"]):
            self._stop("찾을 말이나 --batch 파일 가운데 하나를 적어 주세요.")
        if options["batch"]:
            self._batch(options["batch"])
            return
        results = search(" ".join(options["words"]))
        self.stdout.write(
            json.dumps(_plain(results), ensure_ascii=False, indent=1) if options["json"] else _said(results)
        )

    def _batch(self, name: str) -> None:
        failed = False
        for number, line in enumerate(self._lines(name), start=1):
            try:
                asked = json.loads(line)
                answer = {"id": asked["id"], "results": _results(search(str(asked["query"])))}
            except (ValueError, KeyError, TypeError):
                failed = True
                answer = {"line": number, "error": "이 줄을 읽을 수 없습니다. id와 query를 적어 주세요."}
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
        if failed:
            sys.exit(1)

    def _lines(self, name: str) -> Iterator[str]:
        if name != "-" and not Path(name).is_file():
            self._stop(f"{name} 파일이 없습니다. 경로를 확인해 주세요.")
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
        yield from (line for line in text.splitlines() if line.strip())

    def _stop(self, sentence: str) -> None:
        self.stderr.write(sentence)
        sys.exit(2)


def _results(results: Results) -> list[dict[str, Any]]:
    return [_hit(hit) for hit in results.hits]


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "service": hit.service.id,
        "title": hit.service.name.ko,
        "law": hit.service.form.law,
        "form": hit.service.form.number,
        "score": hit.score,
    }


def _plain(results: Results) -> dict[str, Any]:
    return {
        "query": results.words,
        "results": [_hit(hit) | {"why": _why(hit)} for hit in results.hits],
        "winner": results.winner.service.id if results.winner else None,
        "ask_back": [label for label, _ in results.ask_back.chips] if results.ask_back else [],
        "corrected": [{"kind": c.kind, "typed": c.typed, "meant": c.meant} for c in results.corrected],
        "abstained": results.abstained,
    }


def _why(hit: Hit) -> list[str]:
    return [f"{why.source} → {why.found}" if why.source != why.found else why.source for why in hit.why]


def _said(results: Results) -> str:
    if not results.hits:
        return "꼭 맞는 민원이 없습니다."
    return "\n".join(f"{hit.service.name.ko}  ({', '.join(_why(hit))})" for hit in results.hits)
