"""Another person's draft reads as none, and that somebody asked is noted."""

import logging

import pytest

from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]

NO_FILE = "files/00000000-0000-4000-8000-000000000000/1.png"
GET = ["", "pages/business/", "papers/", "review/", "form.pdf", "submit/", "done/", NO_FILE]
POST = [
    "pages/business/",
    "pages/business/save/",
    "papers/",
    "papers/business-registration/files/",
    "submit/",
    "discard/",
]


@pytest.mark.parametrize("place", GET)
def test_it_cannot_be_seen(place: str, caplog: pytest.LogCaptureFixture) -> None:
    theirs, _ = walking.signed_in()
    draft = walking.ready(theirs)
    mine, me = walking.signed_in()

    with caplog.at_level(logging.WARNING, logger="eok.access"):
        response = mine.get(f"/drafts/{draft.pk}/{place}")

    assert response.status_code == 404
    assert "작성하던 신청을 찾을 수 없습니다" in walking.text(response)
    assert "하늘상점" not in walking.text(response)
    assert f"person {me.pk} asked for draft {draft.pk} of another" in caplog.text


@pytest.mark.parametrize("place", POST)
def test_it_cannot_be_changed(place: str, caplog: pytest.LogCaptureFixture) -> None:
    theirs, _ = walking.signed_in()
    draft = walking.ready(theirs)
    mine, me = walking.signed_in()
    draft.refresh_from_db()
    before = draft.revision

    with caplog.at_level(logging.WARNING, logger="eok.access"):
        response = mine.post(f"/drafts/{draft.pk}/{place}", {"trade_name": "남의 상점", "do": "file"})

    draft.refresh_from_db()
    assert response.status_code == 404 and draft.revision == before
    assert f"person {me.pk} asked for draft {draft.pk} of another" in caplog.text
    assert "하늘상점" in walking.text(theirs.get(f"/drafts/{draft.pk}/review/"))


def test_what_was_filed_by_another_is_none_of_mine(caplog: pytest.LogCaptureFixture) -> None:
    theirs, person = walking.signed_in()
    draft = walking.ready(theirs)
    walking.signed(theirs, draft, person)
    theirs.post(f"/drafts/{draft.pk}/submit/", {"do": "file"})
    mine, _ = walking.signed_in()

    response = mine.get(f"/drafts/{draft.pk}/done/")

    assert response.status_code == 404 and "of another" in caplog.text
