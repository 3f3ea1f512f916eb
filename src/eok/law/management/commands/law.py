"""`./eok law check | index | draft LAW FORM`, each with `--corpus DIR [--in-force DIR]`; check also `--json`.

Exit 0: agrees; 1: a finding; 2: bad use.
"""

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from eok.law import checks, library
from eok.law.draft import draft
from eok.law.errors import FormNotFoundError
from eok.law.grammar import Names
from eok.law.library import Library
from eok.law.scan import Mention, scan
from eok.law.shelves import Statutes


class Command(BaseCommand):
    help = "법령: 인용·서식·구비서류를 법령의 글과 대조하고, 인용한 법령의 색인을 만듭니다."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "verb", choices=("check", "index", "draft"), help="check: 대조, index: 색인, draft: 초안"
        )
        parser.add_argument("what", nargs="*", help="draft: 법령의 제목과 서식 번호(‘별지 제4호서식’)")
        parser.add_argument("--id", default="draft-affair", help="draft: 새 민원사무의 id")
        parser.add_argument("--office", default="civil_service", help="draft: 담당 부서의 key")
        parser.add_argument("--corpus", type=Path, required=True, help="법령의 글이 있는 폴더")
        parser.add_argument("--in-force", type=Path, help="지금 시행 중인 글이 따로 있는 폴더")
        parser.add_argument(
            "--law", action="append", default=[], help="index: 아직 인용하지 않은 법령의 제목도"
        )
        parser.add_argument("--json", action="store_true", help="JSON으로 답합니다")

    def handle(self, *args: Any, **options: Any) -> None:
        for folder in (options["corpus"], options["in_force"]):
            if folder and not folder.is_dir():
                self.stderr.write(f"{folder} 폴더가 없습니다. 법령의 글이 있는 폴더를 적어 주세요.")
                sys.exit(2)
        statutes = Statutes(options["corpus"], options["in_force"])
        if options["verb"] == "draft":
            self._draft(statutes, options["what"], name=options["id"], office=options["office"])
            return
        names = Names(library.short_names(settings.EOK_DATA_DIR / "law"), statutes.titles)
        cited = list(scan(_own_folders(), names))
        if options["verb"] == "index":
            self._index(statutes, {one.citation.law for one in cited} | set(options["law"]))
        else:
            self._check(statutes, cited, as_json=options["json"])

    def _index(self, statutes: Statutes, titles: Iterable[str]) -> None:
        """Facts of each law; one that is to be cited soon is named by `--law`."""
        for title in sorted(filter(None, titles)):
            statute = statutes.get(title)
            if statute is None:
                self.stderr.write(f"{title}: 글이 없어 색인을 만들지 못했습니다.")
                continue
            path = library.write(settings.EOK_DATA_DIR / "law", statute.facts(statutes.coming(title)))
            self.stdout.write(str(path))
        library.load.cache_clear()

    def _draft(self, statutes: Statutes, what: list[str], *, name: str, office: str) -> None:
        statute = statutes.get(what[0]) if len(what) == 2 else None
        if statute is None:
            self.stderr.write("법령의 제목과 서식 번호를 적어 주세요. 그 제목의 글이 폴더에 있어야 합니다.")
            sys.exit(2)
        try:
            self.stdout.write(draft(statute, what[1], name=name, office=office), ending="")
        except FormNotFoundError as error:
            self.stderr.write(error.message)
            sys.exit(2)

    def _check(self, statutes: Statutes, cited: list[Mention], *, as_json: bool) -> None:
        findings = checks.run(statutes, cited, _library())
        if as_json:
            report = {"citations": len(cited), "findings": [asdict(finding) for finding in findings]}
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=1))
        else:
            for finding in findings:
                self.stdout.write(f"{finding.file}:{finding.line}: {finding.text}")
            self.stdout.write(f"인용 {len(cited)}곳, 다른 곳 {len(findings)}곳")
        if findings:
            sys.exit(1)


def _library() -> Library:
    return library.library()


def _own_folders() -> list[Path]:
    source = Path(__file__).resolve().parents[3]
    return [source, Path(settings.EOK_DATA_DIR), Path(settings.EOK_DISTRICT_DIR)]
