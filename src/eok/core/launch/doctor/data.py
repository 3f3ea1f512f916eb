"""Settings and database: what only the loaded portal can tell."""

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from eok.core.launch.doctor import keys, service
from eok.core.launch.doctor.backups import last_backup
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
    yield from keys.examine(state_dir() / "keys")
    yield last_backup(state_dir(), production=os.environ.get("EOK_PRODUCTION") == "1")
    yield _policy_reports()


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


def _policy_reports() -> Finding:
    """How often browsers refused something on our pages in the last seven days; stops nothing."""
    from datetime import timedelta

    from django.apps import apps
    from django.db import DatabaseError, connections

    from eok.core import clock
    from eok.core.database import TRANSIENT

    place = connections.settings.get(TRANSIENT, {}).get("NAME")
    if place is not None and not Path(str(place)).exists():
        return Finding("보안 정책 위반 알림", True, "아직 셀 수 없습니다", optional=True)
    rows = apps.get_model("gate", "PolicyReport").objects.filter(last_at__gt=clock.now() - timedelta(days=7))
    try:
        kinds = rows.count()
    except DatabaseError:
        return Finding("보안 정책 위반 알림", True, "아직 셀 수 없습니다", optional=True)
    advice = "docs/operations.md의 ‘보안 정책 위반 알림’을 보세요."
    return Finding("보안 정책 위반 알림", not kinds, f"지난 이레에 {kinds}가지", advice, optional=True)


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
