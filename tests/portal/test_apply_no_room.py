"""Nothing can be written (a full disk): it is said, 503, and what was typed waits to be sent again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection

from eok.applications import drafts
from eok.applications.models import Draft
from eok.papers.models import Upload
from tests import affairs
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]


@contextmanager
def full() -> Iterator[None]:
    """The database takes no more rows, as SQLite says it."""

    def refuse(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # Any: Django's hook
        if sql.startswith(("INSERT", "UPDATE")):
            raise OperationalError("database or disk is full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        yield


def test_a_page_waits_with_what_was_typed_and_goes_through_later() -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)
    url = walking.page_url(draft, "business")
    typed = {**walking.hidden(client.get(url)), **walking.PAGES["business"], "do": "next"}

    with full():
        told = client.post(url, typed)
    before = drafts.read(Draft.objects.get(pk=draft.pk)).answers
    again = client.post(url, walking.hidden(told))

    assert told.status_code == 503 and "지금은 저장할 수 없어요" in walking.text(told)
    assert walking.hidden(told).items() >= {**walking.PAGES["business"], "do": "next"}.items()
    assert "trade_name" not in before
    assert again.status_code == 302
    assert drafts.read(Draft.objects.get(pk=draft.pk)).answers["trade_name"] == "하늘상점"


def test_saving_while_typing_says_so_in_a_fragment() -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)
    url = walking.page_url(draft, "business")
    typed = {**walking.hidden(client.get(url)), "trade_name": "하늘"}

    with full():
        told = client.post(f"{url}save/", typed)

    assert told.status_code == 503
    assert walking.text(told).lstrip().startswith('<div class="alert is-warning"')
    assert "지금은 저장할 수 없어요." in walking.text(told)


def test_the_papers_page_waits_too_and_the_file_is_named() -> None:
    client, _ = walking.signed_in()
    draft = walking.filled(client)
    file = SimpleUploadedFile("확인증.pdf", affairs.PDF)

    with full():
        told = client.post(
            f"/drafts/{draft.pk}/papers/",
            {"mode-business-registration": "upload", "file-business-registration": file, "do": "next"},
        )

    assert told.status_code == 503
    assert walking.hidden(told)["mode-business-registration"] == "upload"
    assert "파일은 다시 골라야 해요" in walking.text(told) and "확인증.pdf" in walking.text(told)
    assert not Upload.objects.exists()


def test_a_file_whose_row_found_no_room_leaves_no_bytes(state_dir: Path) -> None:
    client, _ = walking.signed_in()
    draft = walking.filled(client)
    place = f"/drafts/{draft.pk}/papers/business-registration/files/"

    with full():
        told = client.post(place, {"file": SimpleUploadedFile("확인증.pdf", affairs.PDF)})

    assert told.status_code == 503
    assert "is-failed" in walking.text(told) and "지금은 저장할 수 없습니다" in walking.text(told)
    assert not Upload.objects.exists()
    assert not [path for path in (state_dir / "uploads").rglob("*") if path.is_file()]


def test_where_nothing_was_typed_the_usual_page_says_it() -> None:
    client, _ = walking.signed_in()

    with full():
        told = client.post("/apply/mail-order-report", {"do": "start"})

    assert told.status_code == 503 and "지금은 저장할 수 없습니다" in walking.text(told)
