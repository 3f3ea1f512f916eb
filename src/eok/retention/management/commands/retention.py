"""`./eok retention status|hold|release|appraise|pack|received|run|again|check`.

Exit 0: good; 1: refused, or a finding; 2: bad use.
"""

import json
import sys
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from eok.core.errors import EokError
from eok.core.launch.places import state_dir
from eok.retention import again, report, residue
from eok.retention.actions import appraise, hand_over, hold
from eok.retention.actions.end import end_due, may_end
from eok.retention.models import RESULTS

BY = "operator"


class Command(BaseCommand):
    help = "보존과 파기: 현황(status), 보류(hold·release), 심의(appraise), 이관(pack·received), 파기(run)"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        status = verbs.add_parser("status", help="무엇이 끝나 가는지, 보류와 이관, 파기 대장")
        status.add_argument("--json", action="store_true", help="JSON으로 답합니다")
        _hold_words(verbs.add_parser("hold", help="파기를 보류합니다"))
        release = verbs.add_parser("release", help="보류를 풉니다")
        release.add_argument("id", type=int, help="status가 보여 주는 번호")
        release.add_argument("--reason", required=True, help="푸는 까닭")
        _appraise_words(verbs.add_parser("appraise", help="기록물평가심의회의 심의를 적습니다"))
        _hand_over_words(verbs)
        run = verbs.add_parser("run", help="파기할 수 있는 것을 파기합니다(일꾼이 한 시간마다 하는 일)")
        run.add_argument("--dry-run", action="store_true", help="무엇을 파기할지만 봅니다")
        run.add_argument("--limit", type=int, default=200, help="한 번에 할 건수")
        verbs.add_parser("again", help="되살린 자료에서 파기 목록에 있는 것을 다시 파기합니다")
        verbs.add_parser("check", help="파기 대장의 줄이 모두 파기 목록에 있는지 봅니다")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            getattr(self, f"_{options['verb']}")(options)
        except EokError as error:
            self.stderr.write(error.message)
            sys.exit(1)

    def _status(self, options: dict[str, Any]) -> None:
        found = report.report()
        if options["json"]:
            self.stdout.write(json.dumps(report.as_dict(found), ensure_ascii=False))
            return
        for line in found.soon:
            self.stdout.write(f"{line.number} {line.affair} {line.last_day or '-'} {line.stands}")
        for one in found.holds:
            self.stdout.write(f"보류 {one.pk}: {one} · {one.reason} · {one.review_on}에 다시 봄")
        self.stdout.write(
            f"90일 안에 끝나거나 끝난 것 {len(found.soon)}건, 이관할 것 {len(found.to_hand_over)}건, "
            f"보류 {len(found.holds)}건, 인수를 기다리는 묶음 {len(found.packages)}개, 파기한 것 {found.ended_count}건"
        )

    def _hold(self, options: dict[str, Any]) -> None:
        wanted = hold.Wanted(options["target"], options["reason"], options["law"], options["review_on"])
        made = hold.hold(wanted, by=BY)
        self.stdout.write(
            f"보류 {made.pk}: {made.label}의 파기를 보류했습니다. {made.review_on}에 다시 봅니다."
        )

    def _release(self, options: dict[str, Any]) -> None:
        lifted = hold.release(hold_id=options["id"], reason=options["reason"], by=BY)
        self.stdout.write(f"보류 {lifted.pk}: {lifted.label}의 보류를 풀었습니다.")

    def _appraise(self, options: dict[str, Any]) -> None:
        words = (
            "number",
            "asked_on",
            "reviewed_on",
            "reviewed_by",
            "decided_on",
            "result",
            "records",
            "period",
        )
        said = appraise.Deliberation(**{word: options[word] for word in words})
        noted = appraise.appraise(said, by=BY)
        self.stdout.write(
            f"심의 {noted.number}: {len(said.records)}건을 ‘{RESULTS[said.result]}’(으)로 적었습니다."
        )

    def _pack(self, options: dict[str, Any]) -> None:
        made = hand_over.pack(
            number=options["number"], cases=options["records"], target=options["to"].absolute(), by=BY
        )
        self.stdout.write(
            f"이관 {made.number}: {len(options['records'])}건을 {options['to']}에 묶었습니다. SHA-256 {made.digest}"
        )
        self.stdout.write("개인정보가 그대로 들어 있습니다. 기록관에 넘긴 뒤에는 이 파일을 지우세요.")

    def _received(self, options: dict[str, Any]) -> None:
        noted = hand_over.note_received(
            number=options["number"],
            received_no=options["received_no"],
            received_on=options["received_on"],
            keeps_copy=options["keeps_copy"],
            by=BY,
        )
        self.stdout.write(f"이관 {noted.number}: 기록관이 {noted.received_on}에 인수했다고 적었습니다.")

    def _run(self, options: dict[str, Any]) -> None:
        if options["dry_run"]:
            for one in may_end(limit=options["limit"]):
                self.stdout.write(f"{one.record.label}: {one.ground.law if one.ground else ''}")
            return
        done = end_due(limit=options["limit"])
        folded = residue.fold_log()
        self.stdout.write(f"{len(done)}건을 파기했습니다.")
        if not folded:
            self.stdout.write("쓰는 사람이 있어 기록 파일(WAL)은 다음에 비웁니다.")

    def _again(self, options: dict[str, Any]) -> None:
        done = again.end_all()
        if done.waits:
            self.stdout.write(
                f"되살린 자료의 틀이 옛 판의 것입니다. 파기 목록 {done.noted}건은 ./eok upgrade가 자료 틀을 올린 다음 다시 "
                "파기합니다. 그때까지 열리지 않습니다."
            )
        elif done.noted:
            self.stdout.write(f"파기 목록 {done.noted}건 가운데 되살아난 {done.ended}건을 다시 파기했습니다.")
        else:
            self.stdout.write(f"파기 목록({state_dir() / 'destroyed'})이 비어 있습니다.")

    def _check(self, options: dict[str, Any]) -> None:
        lost = again.missing()
        for label in lost:
            self.stdout.write(f"{label}: 파기 대장에는 있는데 파기 목록에 없습니다.")
        self.stdout.write(f"파기 목록에 없는 것 {len(lost)}건")
        if lost:
            sys.exit(1)


def _hold_words(parser: ArgumentParser) -> None:
    parser.add_argument("target", help="접수번호, service:<민원사무>, 또는 all")
    parser.add_argument("--reason", required=True, help="까닭")
    parser.add_argument("--law", required=True, help="근거 조문: 공공기록물법 §27의3")
    parser.add_argument("--review-on", required=True, type=date.fromisoformat, help="다시 볼 날(2027-01-01)")


def _appraise_words(parser: ArgumentParser) -> None:
    parser.add_argument("records", nargs="+", help="접수번호")
    parser.add_argument("--number", required=True, help="심의 번호")
    parser.add_argument("--asked-on", required=True, type=date.fromisoformat, help="생산부서 의견조회일")
    parser.add_argument("--reviewed-on", required=True, type=date.fromisoformat, help="전문요원 심사일")
    parser.add_argument("--reviewed-by", required=True, help="기록물관리 전문요원")
    parser.add_argument("--decided-on", required=True, type=date.fromisoformat, help="심의일")
    parser.add_argument("--result", required=True, choices=sorted(RESULTS), help="폐기, 보류, 재책정")
    parser.add_argument("--period", default="", help="다시 정한 보존기간(prolong): 10년")


def _hand_over_words(verbs: Any) -> None:
    pack = verbs.add_parser("pack", help="기록관에 넘길 묶음을 만듭니다(BagIt)")
    pack.add_argument("records", nargs="+", help="접수번호")
    pack.add_argument("--number", required=True, help="이관 번호")
    pack.add_argument("--to", required=True, type=Path, help="만들 파일(.tar)")
    received = verbs.add_parser("received", help="기록관의 인수완료 통보를 적습니다")
    received.add_argument("number", help="이관 번호")
    received.add_argument("--received-no", required=True, help="통보 번호")
    received.add_argument("--received-on", required=True, type=date.fromisoformat, help="통보일")
    received.add_argument("--keeps-copy", default="", help="업무에 참고하려고 사본을 두는 까닭")
