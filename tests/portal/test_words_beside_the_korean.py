"""English or easy Korean beside the Korean, where the file gives it, marked with its language; else the Korean alone."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from tests.catalogue import changing
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]

AFFAIR = f"/services/{walking.MAIL_ORDER}"
LABEL = "          label: 사업자의 종류\n"
WITH_ENGLISH = "          label: {ko: 사업자의 종류, en: Kind of business, easy: 어떤 사업자인가요}\n"


def wanting(words: str, client: Client | None = None) -> Client:
    """A reader who pressed the button in the header."""
    chosen = client or Client()
    assert chosen.post("/display", {"words": words}).status_code == 302
    return chosen


def test_the_affairs_page_shows_what_the_file_gives() -> None:
    korean, english, easy = (walking.text(wanting(words).get(AFFAIR)) for words in ("ko", "en", "easy"))

    assert '<span class="beside"' not in korean
    assert 'lang="en">Mail-order business report</span></h1>' in english
    assert '<b class="beside-mark">쉬운 말</b> 온라인 판매 신고' in easy
    assert 'lang="en">Proof of business registration</span>' in english
    assert "발기인의 주민등록표 초본</p>" in english  # nobody wrote its English yet


def test_a_question_its_options_and_help_are_labelled_in_both(tmp_path: Path, settings: LazySettings) -> None:
    settings.EOK_DATA_DIR = changing.folder(tmp_path, "")
    file = changing.file_of(settings.EOK_DATA_DIR)
    file.write_text(file.read_text(encoding="utf-8").replace(LABEL, WITH_ENGLISH, 1), encoding="utf-8")
    client, _ = walking.signed_in()
    draft = walking.begun(client)

    page = walking.text(wanting("en", client).get(walking.page_url(draft, "applicant")))

    assert '사업자의 종류 <span class="beside" lang="en">Kind of business</span></legend>' in page


def test_the_choice_stays_beside_letters_and_colours() -> None:
    client = wanting("en")
    client.post("/display", {"text": "huge"})
    client.post("/display", {"contrast": "1"})

    page = walking.text(client.get("/display"))

    assert client.cookies["eok_display"].value == "huge.contrast.en"
    assert 'value="en" lang="en" aria-pressed="true"' in page
