"""The form changed while somebody filled it in: the answers come along, what is new is asked."""

import shutil
from pathlib import Path

import pytest
from django.conf import LazySettings

from eok.applications import drafts
from eok.applications.models import Application, Draft
from tests.portal import paper_drafts, walking

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]

OLD = "          label: 상호\n"
NEW = "          label: 가게 이름(상호)\n"


@pytest.fixture
def change(tmp_path: Path, settings: LazySettings) -> object:
    """Call it, and from then on 통신판매업 신고 asks the trade name in other words."""

    def changed() -> None:
        data = tmp_path / "data"
        shutil.copytree(settings.EOK_DATA_DIR, data)
        file = data / "services" / "commerce" / "mail-order-report.yaml"
        text = file.read_text(encoding="utf-8")
        assert OLD in text
        file.write_text(text.replace(OLD, NEW), encoding="utf-8")
        settings.EOK_DATA_DIR = data

    return changed


def test_it_is_said_and_the_answers_come_along(change: object) -> None:
    client, _ = walking.signed_in()
    draft = walking.ready(client)
    assert callable(change)
    change()

    review = client.get(f"/drafts/{draft.pk}/review/")
    told = client.get(review["Location"])
    renewed = client.post(review["Location"])
    page = client.get(walking.page_url(draft, "business"))

    assert review["Location"] == f"/drafts/{draft.pk}/"
    assert told.status_code == 409 and "작성하는 동안 서식이 바뀌었어요" in walking.text(told)
    assert renewed["Location"] == walking.page_url(draft, "applicant")
    assert "가게 이름(상호)" in walking.text(page) and 'value="하늘상점"' in walking.text(page)


def test_a_page_that_was_sent_meanwhile_is_saved(change: object) -> None:
    client, _ = walking.signed_in()
    draft = walking.ready(client)
    url = walking.page_url(draft, "business")
    drawn = walking.hidden(client.get(url))
    assert callable(change)
    change()

    sent = client.post(url, {**drawn, **walking.PAGES["business"], "trade_name": "푸른상점", "do": "next"})
    client.post(f"/drafts/{draft.pk}/")

    assert sent["Location"] == f"/drafts/{draft.pk}/"
    assert 'value="푸른상점"' in walking.text(client.get(url))


def test_papers_that_were_sent_meanwhile_are_kept(change: object) -> None:
    client, _ = walking.signed_in()
    draft = paper_drafts.prepaid(client)
    assert callable(change)
    change()

    modes = {"mode-business-registration": "look_up", "mode-safety-certificate": "upload"}
    sent = client.post(
        paper_drafts.papers(draft), {**modes, paper_drafts.FIELD: [paper_drafts.pdf()], "do": "next"}
    )
    client.post(f"/drafts/{draft.pk}/")

    page = walking.text(client.get(paper_drafts.papers(draft)))
    assert sent["Location"] == f"/drafts/{draft.pk}/"
    assert drafts.read(Draft.objects.get(pk=draft.pk)).modes == {
        "business-registration": "look_up",
        "safety-certificate": "upload",
    }
    assert "확인증.pdf" in page


def test_it_cannot_be_filed_on_the_old_form(change: object) -> None:
    client, person = walking.signed_in()
    draft = walking.ready(client)
    walking.signed(client, draft, person)
    assert callable(change)
    change()

    response = client.post(f"/drafts/{draft.pk}/submit/", {"do": "file"})

    assert response["Location"] == f"/drafts/{draft.pk}/"
    assert Draft.objects.filter(pk=draft.pk).exists() and not Application.objects.exists()
