"""A filled house of the last release, upgraded: every row is there, every page opens, work goes on."""

import json
from pathlib import Path

import pytest

from eok.core.upgrade.releases import LAST
from tests.upgrade.conftest import Old

STATES = {"filed", "accepted", "supplement", "awaiting_tax", "completed", "refused", "withdrawn"}
SUMS = """
import json
from dataclasses import asdict
from eok.core import tables
from eok.core.backup.taken import models_at
from eok.core.upgrade.releases import LAST
earlier = models_at(tuple(sorted(LAST.migrations)), "-")
print(json.dumps({name: asdict(told) for name, told in tables.sums("default", earlier).items()}))
"""
WORK = """
import json
from eok.core.models import Job
from tests import affairs
affairs.worker.drain()
left = list(Job.objects.filter(dead=False, attempts__gt=0).values_list("name", "last_error"))
print(json.dumps({"left": left, "dead": Job.objects.filter(dead=True).count()}))
"""
FILE = """
from tests import affairs
case = affairs.closure(affairs.person("새사람", "010-0000-0009"))
affairs.worker.drain()
case.refresh_from_db()
print(case.case_no, case.state)
"""
VISIT = """
from tests.upgrade import visits
visits.every_case()
"""
FETCH = """
from tests.upgrade import visits
visits.certificates_into(sys.argv[1])
"""


@pytest.fixture(scope="module")
def upgraded(old: Old) -> Old:
    checked, told = old.eok("upgrade", "--check", "--json")
    before = json.loads(old.run(SUMS))
    code, said = old.eok("upgrade")
    assert (checked, json.loads(told)["from"]) == (0, LAST.version)
    assert code == 0, said
    assert json.loads(old.run(SUMS)) == before, "a row of the last release changed"
    return old


def test_every_row_is_what_it_was_and_the_chains_hold(upgraded: Old) -> None:
    code, said = upgraded.eok("trail", "check", "--json")

    assert code == 0, said
    assert json.loads(said.splitlines()[0])["chains"] >= 8


def test_every_case_opens_for_its_resident_and_for_an_officer(upgraded: Old) -> None:
    seen = json.loads(upgraded.run(VISIT))

    assert {state for state, _, _ in seen} == STATES
    assert [(state, one, other) for state, one, other in seen if (one, other) != (200, 200)] == []


def test_a_certificate_of_the_last_release_is_still_ours(upgraded: Old, tmp_path: Path) -> None:
    upgraded.run(FETCH, str(tmp_path))

    papers = list(tmp_path.glob("*.pdf"))
    told = [upgraded.eok("verify", str(paper), "--json") for paper in papers]

    assert papers
    assert [(code, json.loads(said.splitlines()[0])["valid"]) for code, said in told] == [(0, True)] * len(
        papers
    )


def test_what_the_last_release_left_to_do_is_done(upgraded: Old) -> None:
    told = json.loads(upgraded.run(WORK))

    assert told == {"left": [], "dead": 1}


def test_a_filing_goes_through(upgraded: Old) -> None:
    number, state = upgraded.run(FILE).split()

    assert number.startswith("2026-")
    assert state == "accepted"


def test_a_second_time_there_is_nothing_to_do(upgraded: Old) -> None:
    code, said = upgraded.eok("upgrade")

    assert code == 0
    assert "이미 이 판입니다" in said
