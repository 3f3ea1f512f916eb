"""Settings, database, keys: what only the loaded portal can tell."""

import importlib.util
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from eok.core.launch.doctor import service
from eok.core.launch.doctor.finding import Finding
from eok.core.launch.errors import LaunchError
from eok.core.launch.framework import set_up
from eok.core.launch.places import state_dir

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper


def examine() -> Iterator[Finding]:
    """Stops at the first thing without which the rest can't be seen."""
    if importlib.util.find_spec("django") is None:
        yield Finding("설정", False, "파이썬 꾸러미가 없어 더 볼 수 없습니다", "./eok start가 설치합니다.")
        return
    try:
        set_up()
    except (LaunchError, ImportError) as error:
        yield Finding("설정", False, "읽을 수 없습니다", str(error))
        return
    yield Finding("설정", True, "운영" if os.environ.get("EOK_PRODUCTION") == "1" else "시험용")
    yield _checks()
    yield from _databases()
    yield from service.examine()
    yield _keys()
    yield seal_key(state_dir() / "keys")


def _checks() -> Finding:
    """The checks that the rooms registered; in production each adapter is asked too."""
    from django.conf import settings
    from django.core.checks import ERROR, run_checks

    try:
        found = [m for m in run_checks(include_deployment_checks=settings.EOK_PRODUCTION) if m.level >= ERROR]
    except ImportError as error:
        return Finding(
            "점검", False, f"프로그램이 온전하지 않습니다: {error}", "내려받은 폴더를 새로 받아 주세요."
        )
    text = "; ".join(str(m.msg) for m in found) or "걸리는 것이 없습니다"
    return Finding(
        "점검", not found, text, "; ".join(m.hint for m in found if m.hint) or "글에 적힌 설정을 고쳐 주세요."
    )


def _databases() -> Iterator[Finding]:
    from django.db import connections

    for alias in connections:
        yield _database(connections[alias])


def _database(connection: "BaseDatabaseWrapper") -> Finding:
    from django.db import DatabaseError
    from django.db.migrations.executor import MigrationExecutor

    name, place = f"자료({connection.alias})", str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and not Path(place).exists():
        return Finding(name, False, f"{place}이(가) 아직 없습니다", "./eok start가 만듭니다.")
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        text = str(error).strip().splitlines()[0]
        return Finding(name, False, text, "서버가 켜져 있는지, EOK_DATABASE_URL이 맞는지 확인해 주세요.")
    text = f"{connection.vendor}, 옮길 것 {len(waiting)}건"
    return Finding(name, not waiting, text, "./eok migrate 또는 ./eok start로 틀을 맞춥니다.")


def _keys() -> Finding:
    from django.conf import settings

    folder = state_dir() / "keys"
    if not (folder / "district.key").is_file():
        return Finding(
            "열쇠",
            False,
            "아직 없습니다",
            "시험용은 ./eok start가 만들고, 운영은 docs/keys.md를 따라 만듭니다.",
        )
    loose = [str(p) for p in (folder, *folder.rglob("*")) if others_may_read(p)]
    if loose:
        return Finding("열쇠", False, "남이 읽을 수 있습니다", "chmod go= " + " ".join(loose))
    demonstration = (folder / "demonstration").exists()
    text = "시험용 열쇠" if demonstration else "운영 열쇠"
    ok = not (demonstration and settings.EOK_PRODUCTION)
    return Finding("열쇠", ok, text, "운영에는 시험용 열쇠를 쓸 수 없습니다. docs/keys.md를 봐 주세요.")


def seal_key(folder: Path) -> Finding:
    """Whether who serves the web could read the key that seals the record (docs/keys.md)."""
    key, district = folder / "trail.pem", folder / "district.key"
    name = "기록을 봉인하는 열쇠"
    if not key.exists():
        return Finding(name, True, "이 폴더에 없습니다. 다른 사용자가 ./eok trail seal로 봉인합니다")
    if district.exists() and district.stat().st_uid == key.stat().st_uid:
        text = "웹과 같은 사용자의 파일이라 웹을 뚫은 사람이 읽을 수 있습니다"
        advice = "운영에서는 docs/keys.md의 ‘기록을 봉인하는 열쇠’를 따라 다른 사용자에게 줍니다."
        return Finding(name, False, text, advice, optional=True)
    return Finding(name, True, "웹과 다른 사용자의 파일입니다")


def others_may_read(path: Path) -> bool:
    """Whether group or others have any right to the file."""
    return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)
