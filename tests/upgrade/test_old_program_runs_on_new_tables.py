"""During a roll: the last release's program works on the tables of this one, by its statements and by its code."""

import io
import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from eok.core.launch.places import ROOT
from eok.core.upgrade.releases import LAST
from tests.upgrade import house
from tests.upgrade.conftest import Old

INSERT = re.compile(r'INSERT (?:OR IGNORE )?INTO "(\w+)".*?\(((?:"\w+"(?:, )?)+)\)', re.S)
EXPLAIN = """
import json
from django.db import DatabaseError, connection, transaction
refused = []
for sql in json.load(sys.stdin):
    count = sql.replace("%%", "").count("%s")
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("EXPLAIN " + sql, [None] * count)
    except DatabaseError as error:
        refused.append([sql, str(error)])
print(json.dumps(refused))
"""
DEMANDED = """
import json
from django.db import connection
told = {}
with connection.cursor() as cursor:
    for table in connection.introspection.table_names(cursor):
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA table_info({table})")
            told[table] = [row[1] for row in cursor.fetchall() if row[3] and row[4] is None and not row[5]]
        else:
            cursor.execute(
                "SELECT column_name FROM information_schema.columns WHERE table_name = %s AND is_nullable = 'NO' "
                "AND column_default IS NULL AND is_identity = 'NO'", [table])
            told[table] = [name for (name,) in cursor.fetchall()]
print(json.dumps(told))
"""
A_DAY = """
import itertools
from tests import affairs
from eok.core.models import Job
affairs._numbers = itertools.count(1000)
Job.objects.filter(dead=True).delete()
case = affairs.completed_mail_order(trade_name="옛 판 상점")
closure = affairs.closure(affairs.person("옛판", "010-0000-0008"))
affairs.work()
closure.refresh_from_db()
print(case.state, closure.state, Job.objects.filter(dead=False, attempts__gt=0).count())
"""


@pytest.fixture(scope="module")
def upgraded(old: Old) -> Old:
    code, said = old.eok("upgrade")
    assert code == 0, said
    return old


@pytest.fixture(scope="module")
def old_code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The last release as it was committed."""
    words = ["git", "archive", LAST.commit]
    packed = subprocess.run(words, cwd=ROOT, capture_output=True, check=False)
    if packed.returncode != 0:
        pytest.skip(f"the history does not reach back to {LAST.version}")
    folder = tmp_path_factory.mktemp("old_code")
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as tar:
        tar.extractall(folder, filter="data")
    return folder


def test_every_statement_of_the_last_release_is_understood(upgraded: Old) -> None:
    said = house.statements(LAST.version, upgraded.vendor)

    refused = upgraded.ask(EXPLAIN, said)

    assert len(said) > 100
    assert refused == []


def test_no_row_of_the_last_release_lacks_what_a_table_demands(upgraded: Old) -> None:
    demanded = upgraded.ask(DEMANDED, None)

    lacking = {
        table: missing
        for sql in house.statements(LAST.version, upgraded.vendor)
        if (found := INSERT.match(sql))
        for table, given in [(found[1], re.findall(r'"(\w+)"', found[2]))]
        if (missing := {*demanded[table]} - {*given})
    }

    assert lacking == {}


def test_its_code_files_decides_and_issues(upgraded: Old, old_code: Path) -> None:
    where = {
        **upgraded.environment,
        "PYTHONPATH": f"{old_code / 'src'}{os.pathsep}{old_code}",
        "EOK_DATA_DIR": str(old_code / "data"),
        "EOK_DISTRICT_DIR": str(old_code / "districts" / "seocho"),
        "DJANGO_SETTINGS_MODULE": "eok.settings",
    }
    code = f"import sys, django\ndjango.setup()\n{A_DAY}"

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=old_code, env=where, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr[-3000:]
    assert done.stdout.split() == ["completed", "accepted", "0"]


def test_what_it_wrote_meanwhile_is_read_by_the_new_program(upgraded: Old) -> None:
    code, said = upgraded.eok("trail", "check")

    assert code == 0, said
