"""Recipe (a): a service is one file. Its check, page, search entry, form, filing and clock exist at once."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from eok.casework.models import Case
from eok.core import clock
from eok.core.outbox.worker import drain
from eok.search import queries as search


def test_the_check_finds_it_right(toy_service: str) -> None:
    said = StringIO()

    call_command("catalogue", "check", stdout=said)

    assert said.getvalue().strip().endswith("고칠 곳 0곳")


def test_the_check_names_the_line_that_is_wrong(toy_service: str, settings: object) -> None:
    path = settings.EOK_DATA_DIR / "services" / "commerce" / f"{toy_service}.yaml"  # type: ignore[attr-defined]  # pytest-django's wrapper
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("unit: days", "unit: fortnights"), encoding="utf-8")
    said = StringIO()

    with pytest.raises(SystemExit) as ended:
        call_command("catalogue", "check", stdout=said)

    assert ended.value.code == 1
    assert f"{toy_service}.yaml:{_line_of('unit: days', text)}: " in said.getvalue()


@pytest.mark.django_db
def test_its_page_is_there(toy_service: str, client: Client) -> None:
    page = client.get(f"/services/{toy_service}")

    assert page.status_code == 200
    assert "벼룩시장 개최 신고" in page.content.decode()


def test_people_find_it(toy_service: str) -> None:
    found = search.search("벼룩시장 열려고요")

    assert [hit.service.id for hit in found.hits][:1] == [toy_service]


@pytest.mark.django_db
def test_it_can_be_filed_and_its_clock_runs(toy_case: Case) -> None:
    drain()

    toy_case.refresh_from_db()

    assert toy_case.state == "accepted"
    assert toy_case.due_at is not None
    assert toy_case.due_at.astimezone(clock.SEOUL).isoformat() == "2026-11-26T14:00:00+09:00"


def _line_of(words: str, text: str) -> int:
    return text[: text.index(words)].count("\n") + 1
