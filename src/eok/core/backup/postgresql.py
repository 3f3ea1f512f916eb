"""Copies of a PostgreSQL database by its own tools; dump and digests read one exported snapshot."""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connections, transaction

from eok.core.backup.errors import ToolError
from eok.core.backup.taken import Taken, look
from eok.core.database import TransientRouter
from eok.core.launch.packages import find

DUMP = "eok.dump"
PLACE = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD", "NAME": "PGDATABASE"}
"""Django's name of a setting, libpq's: given in the environment, where no list of processes shows them."""


def take(alias: str, folder: Path, *, at_once: Callable[[], None]) -> Taken:
    """at_once: what is done the moment after the instant the copy shows. Raises ToolError."""
    path = folder / DUMP
    connection = connections[alias]
    with transaction.atomic(using=alias), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        at_once()
        words = ["--format=custom", f"--snapshot={snapshot}", f"--file={path}", *_without_sessions()]
        _run("pg_dump", words, connection.settings_dict)
        return look(alias, path)


def put_back(dump: Path, alias: str) -> None:
    """Into an empty database, whole or not at all. Raises ToolError."""
    settings = connections[alias].settings_dict
    words = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"]
    _run("pg_restore", [*words, f"--dbname={settings['NAME']}", str(dump)], settings)


def require_readable(dump: Path) -> None:
    """Raises ToolError unless its table of contents can be read; no server is needed."""
    _run("pg_restore", ["--list", str(dump)], dict.fromkeys(PLACE, "") | {"OPTIONS": {}})


def _without_sessions() -> list[str]:
    lost = [model for model in apps.get_models() if model._meta.app_label in TransientRouter.tables]
    return [f"--exclude-table-data={model._meta.db_table}" for model in lost]


def _run(tool: str, words: list[str], settings: Mapping[str, Any]) -> None:
    command = find(tool)
    if command is None:
        raise ToolError(
            f"{tool} 프로그램이 없어 진행하지 않았습니다. 자료는 그대로입니다. "
            "sudo apt-get install -y postgresql-client 뒤에 다시 실행해 주세요(서버와 같거나 새로운 판)."
        )
    done = subprocess.run(
        [command, *words], env={**os.environ, **_environment(settings)}, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise ToolError(
            f"{tool}이(가) 마치지 못했습니다. 있던 자료는 그대로입니다. 까닭을 고친 뒤 다시 실행해 주세요: "
            f"{done.stderr.strip()[-600:]}"
        )


def _environment(settings: Mapping[str, Any]) -> dict[str, str]:
    place = {libpq: str(settings[ours]) for ours, libpq in PLACE.items() if settings[ours]}
    return place | {f"PG{name.upper()}": str(value) for name, value in settings["OPTIONS"].items()}
