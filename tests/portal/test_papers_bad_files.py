"""Files that can't be taken: said at their card, 4xx (503 when it is our fault), nothing half-written."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from eok.applications import drafts
from eok.applications.models import Draft, DraftPaper
from eok.papers import inspection
from eok.papers.models import Upload
from tests.portal import walking
from tests.portal.paper_drafts import BAD, FIELD, papers, pdf, prepaid

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]


def uploads() -> Iterator[Path]:
    """Every file that lies where uploads are kept."""
    return (path for path in (settings.EOK_STATE_DIR / "uploads").rglob("*") if path.is_file())


@pytest.fixture(autouse=True)
def _own_folder(state_dir: Path) -> None:
    """No other test's uploads lie there."""


@pytest.mark.parametrize(("name", "content", "sentence"), BAD)
def test_it_is_said_at_the_card(name: str, content: bytes, sentence: str) -> None:
    client, _ = walking.signed_in()
    draft = prepaid(client)

    chosen = {"mode-safety-certificate": "upload", "mode-business-registration": "look_up"}
    response = client.post(papers(draft), {**chosen, FIELD: SimpleUploadedFile(name, content), "do": "next"})

    error = walking.text(response).split('id="error-safety-certificate"')[1].split("</p>")[0]
    stored = drafts.read(Draft.objects.get(pk=draft.pk))
    assert response.status_code == 422
    assert name in error and sentence in error
    assert not Upload.objects.exists() and not list(uploads())
    assert dict(stored.modes) == {"safety-certificate": "upload", "business-registration": "look_up"}
    assert "papers" not in stored.visited


@pytest.mark.parametrize(("name", "content", "sentence"), BAD)
def test_a_script_gets_the_row_that_says_why(name: str, content: bytes, sentence: str) -> None:
    client, _ = walking.signed_in()
    draft = prepaid(client)
    file = SimpleUploadedFile(name, content)

    response = client.post(f"{papers(draft)}safety-certificate/files/", {FIELD: file})

    assert response.status_code == 422
    assert "is-failed" in walking.text(response) and sentence in walking.text(response)
    assert not Upload.objects.exists()


def test_a_good_file_beside_a_bad_one_is_kept() -> None:
    client, _ = walking.signed_in()
    draft = prepaid(client)
    bad = SimpleUploadedFile("빈파일.pdf", b"")

    response = client.post(papers(draft), {FIELD: [pdf("좋은.pdf"), bad], "do": "next"})

    assert response.status_code == 422
    assert "좋은.pdf" in walking.text(response) and "빈파일.pdf: 내용이 없는" in walking.text(response)
    assert DraftPaper.objects.filter(draft=draft).count() == 1


def test_the_twenty_first_file_is_refused_and_not_kept() -> None:
    client, _ = walking.signed_in()
    draft = prepaid(client)
    client.post(papers(draft), {FIELD: [pdf(f"{n}.pdf") for n in range(20)], "do": "stay"})

    response = client.post(f"{papers(draft)}safety-certificate/files/", {FIELD: pdf("21.pdf")})

    assert response.status_code == 422 and "파일은 20개까지 올릴 수 있습니다." in walking.text(response)
    assert DraftPaper.objects.filter(draft=draft).count() == Upload.objects.count() == 20


def test_of_twenty_one_files_at_once_the_last_is_said_at_its_card_and_the_choices_stay() -> None:
    client, _ = walking.signed_in()
    draft = prepaid(client)
    chosen = {"mode-safety-certificate": "upload", "mode-business-registration": "look_up"}

    response = client.post(
        papers(draft), {**chosen, FIELD: [pdf(f"{n}번.pdf") for n in range(1, 22)], "do": "next"}
    )

    error = walking.text(response).split('id="error-safety-certificate"')[1].split("</p>")[0]
    stored = drafts.read(Draft.objects.get(pk=draft.pk))
    assert response.status_code == 422
    assert "21번.pdf: 파일은 20개까지 올릴 수 있습니다. 이 파일은 저장하지 않았습니다." in error
    assert DraftPaper.objects.filter(draft=draft).count() == Upload.objects.count() == 20
    assert stored.modes["business-registration"] == "look_up" and "papers" not in stored.visited


def test_more_files_than_any_page_takes_are_refused_together() -> None:
    client, _ = walking.signed_in()
    draft = prepaid(client)
    token = walking.hidden(client.get(papers(draft)))
    client.handler.enforce_csrf_checks = True  # the form's token is read first, as in a browser

    response = client.post(
        papers(draft), {**token, FIELD: [pdf(f"{n}.pdf") for n in range(101)], "do": "next"}
    )

    assert response.status_code == 422
    assert "파일은 한 번에 100개까지 올릴 수 있습니다" in walking.text(response)
    assert not Upload.objects.exists()


def test_sixty_megabytes_are_refused_before_they_are_read() -> None:
    client, _ = walking.signed_in()
    draft = prepaid(client)

    response = client.post(
        papers(draft),
        data=b"",
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(60 * 1024 * 1024),
    )

    assert response.status_code == 413 and "보낸 파일이 너무 큽니다" in walking.text(response)
    assert not Upload.objects.exists()


def test_a_full_disk_is_said_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    client, _ = walking.signed_in()
    draft = prepaid(client)

    def full(fd: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", full)
    response = client.post(papers(draft), {FIELD: [pdf()], "do": "next"})

    monkeypatch.undo()
    assert response.status_code == 503
    assert "저장 공간이 부족해 파일을 받을 수 없습니다." in walking.text(response)
    assert not Upload.objects.exists() and not list(uploads())


def test_the_script_knows_how_large_a_file_may_be() -> None:
    client, _ = walking.signed_in()

    page = walking.text(client.get(papers(prepaid(client))))

    assert f'data-upload-megabytes="{inspection.MAX_BYTES // 1024**2}"' in page


def test_no_file_at_all_is_said() -> None:
    client, _ = walking.signed_in()

    response = client.post(f"{papers(prepaid(client))}safety-certificate/files/")

    assert response.status_code == 422 and "파일을 고르지 않았습니다." in walking.text(response)
