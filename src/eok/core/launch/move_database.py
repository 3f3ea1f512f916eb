"""`./eok move-database`: from SQLite into an empty PostgreSQL database, equal or not at all."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict

from eok.core.launch.framework import set_up
from eok.core.launch.running import only_one
from eok.core.launch.voice import answer, tell


def main(arguments: Sequence[str]) -> int:
    """0 when the target holds what SQLite holds."""
    parser = argparse.ArgumentParser(
        prog="./eok move-database",
        description="멈춘 민원센터의 SQLite 자료를 빈 PostgreSQL로 옮기고 모든 표를 견줍니다. SQLite의 자료는 그대로 둡니다.",
    )
    parser.add_argument("--to", required=True, metavar="postgresql://…", help="빈 데이터베이스의 주소")
    parser.add_argument("--json", action="store_true", help="JSON으로")
    words = parser.parse_args(arguments)
    set_up()
    from eok.core.backup.move import move

    with only_one("자료를 PostgreSQL로 옮기는 중"):
        tell("옮깁니다… / moving…")
        moved = move(words.to)
    if words.json:
        answer(json.dumps({"ok": True, "tables": {name: asdict(told) for name, told in moved.items()}}))
        return 0
    rows = sum(table.rows for table in moved.values())
    answer(f"옮겼습니다: 표 {len(moved)}개에 {rows:,}줄. 모든 표의 줄 수와 내용이 SQLite와 같습니다.")
    answer(
        "이제 EOK_DATABASE_URL에 위의 주소를 적고 ./eok start로 여세요. 올린 파일과 열쇠는 있던 자리에서 씁니다."
    )
    answer("SQLite 파일은 그대로 있습니다. 다시 SQLite로 열면 두 자료가 갈라지므로 다른 곳에 보관해 주세요.")
    return 0
