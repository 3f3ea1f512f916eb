"""Records a release for later ones: a filled house of it, and every statement it sends to its database.

Run once for each release, with that release's own code (docs/decisions/0032-expand-then-contract.md):

    cd CHECKOUT_OF_THE_RELEASE
    PYTHONPATH=src:. python HERE/tests/upgrade/record.py HERE/tests/upgrade/releases/0.1.0

Once more with EOK_DATABASE_URL naming an empty PostgreSQL records the statements it sends to that. Uses only
what every release has: `tests.affairs` and the rooms' own actions. All people are invented, all keys are the
demonstration's.
"""

import io
import json
import lzma
import os
import re
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

MONDAY = datetime.fromisoformat("2026-11-23T14:00:00+09:00")
"""A working day and hour: what is filed is accepted at once."""
KEPT = ("keys", "uploads")
STATEMENT = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b", re.I)
A_LIST = re.compile(r"(%s)(?:, %s)+")


def main(target: Path) -> None:
    """Fills a house of the code on the path, and writes what it holds and says into `target`."""
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"EOK_STATE_DIR": folder, "DJANGO_SETTINGS_MODULE": "eok.settings"}
        import django

        django.setup()
        vendor, said = _record()
        _write_text(target / f"statements-{vendor}.json", json.dumps(said, indent=0, ensure_ascii=False))
        if vendor == "sqlite":
            _write_house(Path(folder), target)


def _record() -> tuple[str, list[str]]:
    from django.core.management import call_command
    from django.db import connections

    from eok.core import clock

    for alias in connections:
        call_command("migrate", interactive=False, verbosity=0, database=alias)
    said: dict[str, None] = {}
    with clock.freeze(MONDAY), _listening(said):
        call_command("catalogue", "sync", stdout=io.StringIO())
        call_command("demo", stdout=io.StringIO())
        fill()
        _read()
    return connections["default"].vendor, sorted(said)


@contextmanager
def _listening(said: dict[str, None]) -> Iterator[None]:
    from django.db import connection

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if STATEMENT.match(sql):
            said.setdefault(A_LIST.sub(r"\1", sql) if " IN (" in sql else sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield


def fill() -> None:
    """Both affairs in many states, with papers, certificates, messages, drafts, waiting and dead jobs."""
    from eok.core import clock
    from eok.core.models import Job
    from tests import affairs

    affairs.completed_mail_order()
    affairs.granted_mail_order(trade_name="바다상점", business_no="123-45-67891")
    _asked_and_withdrawn()
    _refused()
    affairs.closure(affairs.person("이바다", "010-0000-0003"))
    affairs.work()
    holder = affairs.person("박누리", "010-0000-0004")
    draft = affairs.draft("mail-order-report", affairs.MAIL_ORDER, holder)
    affairs.draft("food-business-closure", affairs.CLOSURE, holder)
    _put_up(draft, holder)
    with clock.freeze(MONDAY + timedelta(minutes=5)):
        affairs.closure(holder)  # its jobs wait for the next program
    Job.objects.create(
        name="notify.of_long_ago", key="dead", payload="{}", due_at=MONDAY, attempts=12, dead=True,
        last_error="LinkageError: 닿지 않습니다",
    )  # fmt: skip


def _put_up(draft: Any, by: Any) -> None:
    from eok.applications.actions.attach import attach
    from eok.applications.actions.save import choose_mode
    from eok.catalogue import queries
    from eok.papers.actions.store import store_own
    from tests import affairs

    paper = queries.get("mail-order-report").papers[0]
    choose_mode(draft_id=draft.pk, paper_id=paper.id, mode="upload", by=by)
    upload = store_own(name="draft.pdf", content=affairs.PDF, owner=f"person:{by.pk}")
    attach(draft_id=draft.pk, paper=paper, upload=upload, by=by)


def _asked_and_withdrawn() -> None:
    from eok.casework.actions.request_supplement import request_supplement
    from eok.casework.actions.supply import supply
    from eok.casework.actions.withdraw import withdraw
    from eok.casework.models import Case
    from eok.casework.supplements import Wanted
    from tests import affairs

    person, clerk = affairs.person("홍길동", "010-0000-0001"), affairs.officer("economy")
    wanted = [Wanted("question", "trade_name", "상호", "상호가 달라요.")]
    waiting, supplied, withdrawn = (affairs.mail_order(person, trade_name=f"상점 {n}") for n in range(3))
    affairs.work()
    for case in (waiting, supplied):
        request_supplement(case_id=Case.objects.get(pk=case.pk).pk, wanted=wanted, days=7, by=clerk)
    affairs.work()
    supply(case_id=supplied.pk, answers={"trade_name": "고친 상점"}, papers={}, note="", by=person)
    withdraw(case_id=withdrawn.pk, reason="", by=person)
    affairs.work()


def _refused() -> None:
    from eok.accounts.roles import Role
    from eok.casework.actions.decide import refuse
    from eok.casework.actions.propose import Opinion, propose
    from eok.catalogue import queries
    from tests import affairs

    clerk, lead = affairs.officer("economy"), affairs.officer("economy", Role.OFFICER, Role.TEAM_LEAD)
    reason = queries.get("mail-order-report").refusal_reasons[0]
    case = affairs.mail_order(affairs.person("최가람", "010-0000-0005"))
    affairs.work()
    case.refresh_from_db()
    affairs.review_all(case, clerk)
    opinion = Opinion("이미 신고한 사업자입니다.", (reason.id,))
    propose(case_id=case.pk, outcome="refuse", opinion=opinion, by=clerk)
    refuse(case_id=case.pk, opinion=opinion, by=lead)
    affairs.work()


def _read() -> None:
    """What pages and registers ask, of every case and of every table."""
    from django.apps import apps

    for model in apps.get_models():
        if model.__module__.startswith("eok."):
            list(model._base_manager.all()[:3])


def _write_house(folder: Path, target: Path) -> None:
    from django.db import connection

    connection.ensure_connection()
    _write_text(target / "database.sql", "\n".join(connection.connection.iterdump()))
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name in KEPT:
            tar.add(folder / name, name, filter=_nobodys)
    (target / "house.tar.xz").write_bytes(lzma.compress(packed.getvalue(), preset=9))


def _nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = int(MONDAY.timestamp())
    return entry


def _write_text(path: Path, text: str) -> None:
    path.with_name(path.name + ".xz").write_bytes(lzma.compress(text.encode(), preset=9))


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
