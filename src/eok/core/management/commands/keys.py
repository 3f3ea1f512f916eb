"""`./eok keys`: the making, the change, the sealed copy and the removal of keys (docs/keys.md).

Exit 0: good; 1: a finding, or what could not be done; 2: bad use.
"""

import getpass
import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from eok.core.errors import EokError
from eok.core.keys import SIGNING, escrow_files, holders, keyring, rotation


class Command(BaseCommand):
    help = "열쇠: 상태(status), 만들기(make), 바꾸기(rotate, renew), 옛것 지우기(forget), 봉인한 사본(escrow, recover)"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        status = verbs.add_parser("status", help="어느 열쇠로 감쌌는지 셉니다")
        status.add_argument("--json", action="store_true", help="JSON으로 답합니다")
        verbs.add_parser("make", help="운영 열쇠 가운데 없는 것을 만듭니다")
        rotate = verbs.add_parser("rotate", help="우리 구의 열쇠를 새것으로 바꾸고 모두 다시 감쌉니다")
        rotate.add_argument("--lookup", action="store_true", help="이름과 번호로 찾는 열쇠를 바꿉니다")
        verbs.add_parser("forget", help="더 쓰지 않는 옛 열쇠를 지웁니다")
        verbs.add_parser("renew", help="서명 열쇠를 새것으로 바꿉니다").add_argument(
            "purpose", choices=SIGNING
        )
        escrow = verbs.add_parser("escrow", help="두 사람이 함께라야 열리는 사본을 만듭니다")
        escrow.add_argument("file", type=Path)
        escrow.add_argument("--to", type=Path, action="append", required=True, help="맡을 사람의 공개 열쇠")
        recover = verbs.add_parser("recover", help="사본을 살펴보고, 열고, 되살립니다")
        recover.add_argument("file", type=Path)
        recover.add_argument(
            "--with", dest="keys", type=Path, action="append", default=[], help="맡은 사람의 열쇠"
        )
        recover.add_argument("--into", type=Path, help="되살릴 열쇠 폴더(없으면 열어 보기만 합니다)")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            getattr(self, f"_{options['verb']}")(options)
        except EokError as error:
            self.stderr.write(error.message)
            sys.exit(1)

    def _status(self, options: dict[str, Any]) -> None:
        names, left = keyring().fingerprints(), rotation.waiting()
        lookups, found = keyring().lookups(), rotation.looked_up()
        if options["json"]:
            said = {"today": names[0], "older": names[1:], "waiting": _rows(left)}
            look_up = {"today": lookups[0], "older": lookups[1:], "waiting": _rows(found)}
            self.stdout.write(json.dumps({**said, "lookup": look_up}, ensure_ascii=False))
        else:
            self.stdout.write(f"오늘의 열쇠: {names[0]}   옛 열쇠: {', '.join(names[1:]) or '없음'}")
            for one in left:
                self.stdout.write(f"{one.table}: 옛 열쇠로 감싼 것 {one.rows:,}건")
            self.stdout.write(f"오늘의 찾기 열쇠: {lookups[0]}   옛것: {', '.join(lookups[1:]) or '없음'}")
            for one in found:
                self.stdout.write(f"{one.table}: 옛 찾기 열쇠로 찾는 것 {one.rows:,}건")
        if any(one.rows for one in (*left, *found)):
            sys.exit(1)

    def _make(self, options: dict[str, Any]) -> None:
        made = keyring().make()
        self.stdout.write(
            f"만들었습니다: {', '.join(made)}" if made else "모두 있습니다. 아무것도 만들지 않았습니다."
        )

    def _rotate(self, options: dict[str, Any]) -> None:
        with rotation.alone():
            self._rotate_lookup() if options["lookup"] else self._rotate_district()
        self.stdout.write(
            "봉인한 사본을 새로 만들고(./eok keys escrow), 하루 뒤에 ./eok keys forget을 해 주세요."
        )

    def _rotate_lookup(self) -> None:
        begun = rotation.begin_lookup()
        self.stdout.write(
            f"새 찾기 열쇠를 만들었습니다: {keyring().lookups()[0]}"
            if begun
            else "지난번에 다 셈하지 못한 것을 이어서 합니다."
        )
        for done in rotation.finish_lookup():
            self.stdout.write(f"{done.table}: {done.rows:,}건을 새 열쇠로 찾게 했습니다.")

    def _rotate_district(self) -> None:
        begun = rotation.begin()
        self.stdout.write(
            f"새 열쇠를 만들었습니다: {keyring().fingerprints()[0]}"
            if begun
            else "지난번에 다 감싸지 못한 것을 이어서 합니다."
        )
        for done in rotation.finish():
            self.stdout.write(f"{done.table}: {done.rows:,}건을 새 열쇠로 감쌌습니다.")

    def _forget(self, options: dict[str, Any]) -> None:
        with rotation.alone():
            count = rotation.forget()
        self.stdout.write(f"옛 열쇠 {count}개를 지웠습니다." if count else "지울 옛 열쇠가 없습니다.")

    def _renew(self, options: dict[str, Any]) -> None:
        keyring().renew(options["purpose"])
        self.stdout.write(
            f"{options['purpose']}의 서명 열쇠를 바꾸었습니다. 민원센터를 다시 열면 새 열쇠로 서명합니다."
        )

    def _escrow(self, options: dict[str, Any]) -> None:
        sealed = escrow_files.write(options["file"], [holders.public_key(path) for path in options["to"]])
        self.stdout.write(
            f"{options['file']}: 열쇠 {', '.join(sealed.fingerprints)}의 사본입니다. "
            f"맡은 사람 {len(sealed.holders)}명 가운데 두 사람이 함께라야 열립니다. ./eok keys recover로 확인해 주세요."
        )

    def _recover(self, options: dict[str, Any]) -> None:
        sealed = escrow_files.read(options["file"])
        self.stdout.write(
            f"만든 때 {sealed.made_at}, 열쇠 {', '.join(sealed.fingerprints)}, 맡은 사람 {len(sealed.holders)}명"
        )
        if not options["keys"]:
            self._compare(sealed.fingerprints)
            return
        keys = [holders.private_key(path, getpass.getpass) for path in options["keys"]]
        files = escrow_files.recover(sealed, keys, options["into"])
        done = (
            f"{options['into']}에 되살렸습니다" if options["into"] else "열립니다. 아무것도 쓰지 않았습니다"
        )
        self.stdout.write(f"파일 {len(files)}개: {done}.")

    def _compare(self, kept: tuple[str, ...]) -> None:
        """Without the holders: whether the copy is of today's key."""
        today = keyring().fingerprints()[0]
        if today in kept:
            self.stdout.write("오늘의 열쇠가 들어 있습니다. 열어 보려면 두 사람의 열쇠를 --with로 주세요.")
            return
        self.stderr.write(
            f"오늘의 열쇠({today})가 들어 있지 않습니다. ./eok keys escrow로 새로 만들어 주세요."
        )
        sys.exit(1)


def _rows(found: list[rotation.Waiting]) -> dict[str, int]:
    return {one.table: one.rows for one in found}
