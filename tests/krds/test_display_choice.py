"""The choice of letters and colours: read strictly, kept in a cookie, without scripts and tokens."""

import pytest
from django.test import Client

from eok.krds.display import ALL, Display, TextSize, choose, read


@pytest.mark.parametrize("cookie", ["", "giant", "large.dark", "large.contrast.x", "<script>", "normal."])
def test_a_strange_cookie_counts_as_no_choice(cookie: str) -> None:
    assert read(cookie) == Display()


@pytest.mark.parametrize("chosen", ALL, ids=str)
def test_what_is_kept_is_read_back(chosen: Display) -> None:
    assert read(chosen.key) == chosen


def test_what_a_form_does_not_name_stays() -> None:
    before = Display(TextSize.LARGE, contrast=True)

    assert choose(before, {"contrast": "0"}) == Display(TextSize.LARGE, contrast=False)
    assert choose(before, {"text": "huge"}) == Display(TextSize.HUGE, contrast=True)
    assert choose(before, {"text": "giant"}) == before


def test_the_choice_leads_back_to_the_page_it_was_made_on() -> None:
    client = Client(enforce_csrf_checks=True)

    response = client.post("/display", {"text": "large"}, headers={"referer": "http://testserver/krds/?q=1"})

    assert response.status_code == 302
    assert response["Location"] == "/krds/?q=1"
    assert response.cookies["eok_display"].value == "large"


def test_it_does_not_lead_to_another_site() -> None:
    response = Client().post("/display", {"text": "large"}, headers={"referer": "https://other.example/x"})

    assert response["Location"] == "/"


def test_pages_are_drawn_as_chosen() -> None:
    client = Client()
    client.cookies["eok_display"] = "huge.contrast"

    page = client.get("/display").content.decode()

    assert '<html lang="ko" data-text="huge" data-krds-mode="high-contrast">' in page
