"""Production opens an affair only on sure facts (법령, 우리 구); of another it tells all, and whom to call."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from eok.core.keys import keyring
from eok.core.launch.places import ROOT
from tests import affairs
from tests.portal.walking import signed_in

pytestmark = pytest.mark.django_db(databases="__all__")

AFFAIR = "mail-order-report"
PHONE = "02-0000-0010"


@pytest.fixture
def production(settings: Any, tmp_path: Path) -> None:
    """A district of its own, and an affair with an open fact (미확인)."""
    folder = tmp_path / "district"
    shutil.copytree(ROOT / "districts" / "seocho", folder)
    file = folder / "district.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("demonstration: true", "demonstration: false"), encoding="utf-8")
    keyring().new_data_key()  # production makes no keys
    settings.EOK_DISTRICT_DIR = folder
    settings.EOK_PRODUCTION = True


def test_its_page_says_whom_to_call_and_has_no_way_to_apply(production: None) -> None:
    page = Client().get(f"/services/{AFFAIR}")

    text = page.content.decode()
    assert page.status_code == 200
    assert "아직 이 누리집에서 신청할 수 없어요" in text
    assert f'href="tel:{PHONE}"' in text
    assert "/apply/" not in text


def test_it_is_found_and_has_no_way_to_apply(production: None) -> None:
    text = Client().get("/search", {"q": "통신판매"}).content.decode()

    assert f"/services/{AFFAIR}" in text
    assert "/apply/" not in text


def test_its_address_says_so_too(production: None) -> None:
    browser, _ = signed_in(affairs.person())

    answer = browser.get(f"/apply/{AFFAIR}")

    assert answer.status_code == 404
    assert f"일자리경제과({PHONE})에 전화로" in answer.content.decode()


@pytest.mark.parametrize("place", ["", "submit/"])
def test_what_was_begun_before_is_not_filed(place: str, request: pytest.FixtureRequest) -> None:
    person = affairs.person()
    draft = affairs.draft(AFFAIR, affairs.MAIL_ORDER, person)
    browser, _ = signed_in(person)
    request.getfixturevalue("production")

    answer = browser.get(f"/drafts/{draft.pk}/{place}")

    assert answer.status_code == 404
    assert "아직 이 누리집에서 신청할 수 없습니다" in answer.content.decode()
