"""The session ends while somebody writes: nothing that was sent is thrown away."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from eok.applications import drafts
from eok.applications.models import Draft
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]


def test_a_page_that_was_sent_waits_until_one_is_back() -> None:
    client, person = walking.signed_in()
    draft = walking.begun(client)
    url = walking.page_url(draft, "business")
    typed = {**walking.hidden(client.get(url)), **walking.PAGES["business"], "do": "next"}
    walking.leave(client)

    told = client.post(url, typed)
    walking.come_in(client, person)
    again = client.post(url, {**walking.hidden(told), "do": "next"})

    assert told.status_code == 401
    assert "방금 적은 것은 이 화면에 그대로 있어요" in walking.text(told)
    assert f"/accounts/sign-in/?next=%2Fdrafts%2F{draft.pk}%2Fpages%2Fbusiness%2F" in walking.text(told)
    assert again.status_code == 302
    assert drafts.read(Draft.objects.get(pk=draft.pk)).answers["trade_name"] == "하늘상점"


def test_the_token_of_the_page_still_holds_after_signing_in_again() -> None:
    client, person = walking.signed_in()
    draft = walking.begun(client)
    url = walking.page_url(draft, "business")
    client.handler.enforce_csrf_checks = True
    typed = {**walking.hidden(client.get(url)), **walking.PAGES["business"], "do": "next"}
    walking.leave(client)

    told = client.post(url, typed)
    client.post("/accounts/sign-in/", {"next": url})
    walking.come_in(client, person)
    again = client.post(url, {**walking.hidden(told), "do": "next"})

    assert (told.status_code, again.status_code) == (401, 302)
    assert drafts.read(Draft.objects.get(pk=draft.pk)).answers["trade_name"] == "하늘상점"


def test_a_script_that_saves_is_told_until_when_all_is_kept() -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)
    url = walking.page_url(draft, "business")
    typed = {**walking.hidden(client.get(url)), "trade_name": "하늘"}
    walking.leave(client)

    told = client.post(f"{url}save/", typed)

    notice = walking.text(told)
    assert told.status_code == 401
    assert notice.lstrip().startswith('<div class="alert is-warning"')
    assert "로그인이 끝났어요. 마지막으로 저장한 것까지 남아 있어요." in notice
    assert f'next=%2Fdrafts%2F{draft.pk}%2Fpages%2Fbusiness%2F" target="_blank"' in notice
    assert "trade_name" not in drafts.read(Draft.objects.get(pk=draft.pk)).answers


def test_files_must_be_chosen_again_and_are_named() -> None:
    client, _ = walking.signed_in()
    draft = walking.filled(client)
    walking.leave(client)
    file = SimpleUploadedFile("확인증.pdf", b"%PDF-1.4")

    told = client.post(f"/drafts/{draft.pk}/papers/", {"file-business-registration": file, "do": "next"})

    assert told.status_code == 401
    assert "파일은 다시 골라야 해요" in walking.text(told) and "확인증.pdf" in walking.text(told)


def test_the_draft_is_there_in_another_browser() -> None:
    client, person = walking.signed_in()
    draft = walking.begun(client)
    walking.sent(client, draft, "applicant")
    elsewhere, _ = walking.signed_in(person)

    opened = elsewhere.get(f"/drafts/{draft.pk}/")

    assert opened["Location"] == walking.page_url(draft, "business")


def test_a_file_a_script_puts_up_says_why_it_was_not_taken() -> None:
    client, _ = walking.signed_in()
    draft = walking.filled(client)
    walking.leave(client)

    row = client.post(
        f"/drafts/{draft.pk}/papers/business-registration/files/",
        {"file": SimpleUploadedFile("확인증.pdf", b"%PDF-1.4")},
    )

    assert row.status_code == 401
    assert "is-failed" in walking.text(row) and "로그인이 끝나 올리지 못했어요" in walking.text(row)
