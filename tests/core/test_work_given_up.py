"""Work that was given up is told by the doctor and by `./eok jobs`, and done again when the operator says so."""

from collections.abc import Mapping
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from eok.core import outbox
from eok.core.launch.doctor import service
from eok.core.models import Job
from eok.core.outbox import worker
from eok.core.outbox.worker import PermanentError

NAME = "test.given-up"

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def repaired(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Empty: the job fails for good."""
    done: list[bool] = []

    def work(payload: Mapping[str, Any]) -> None:
        if not done:
            raise PermanentError("상대가 없습니다")

    monkeypatch.setitem(outbox._handlers, NAME, work)
    outbox.enqueue(NAME, {})
    worker.drain()
    return done


def told() -> dict[str, str]:
    return {finding.name: finding.text for finding in service.examine()}


def test_the_doctor_tells(repaired: list[bool]) -> None:
    assert told()["포기한 일"].startswith(f"1건. 가장 오래된 것: {NAME} (PermanentError: 상대가 없습니다")


def test_the_operator_has_it_done_again(repaired: list[bool]) -> None:
    said = StringIO()
    repaired.append(True)

    call_command("jobs", "--again", stdout=said)
    worker.drain()

    assert "1건을 다시 합니다" in said.getvalue()
    assert not Job.objects.filter(name=NAME).exists()
    assert told()["포기한 일"] == "없습니다"


def test_the_server_is_told_of_on_postgresql(repaired: list[bool]) -> None:
    found = {finding.name: finding.ok for finding in service.examine()}

    expected = (
        {"자료 서버의 연결": True, "자료 서버의 내구성": True} if connection.vendor == "postgresql" else {}
    )
    assert {name: ok for name, ok in found.items() if name.startswith("자료 서버")} == expected
