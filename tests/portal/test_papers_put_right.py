"""Files of a paper can be put in order and replaced, without scripts; what is refused leaves the old one."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from eok.applications.models import Draft, DraftPaper
from eok.papers import queries as kept
from eok.papers import vault
from tests.portal import walking
from tests.portal.paper_drafts import FIELD, PROGRAM, papers, pdf, prepaid

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


@pytest.fixture
def client() -> Client:
    return walking.signed_in()[0]


@pytest.fixture
def draft(client: Client) -> Draft:
    made = prepaid(client)
    client.post(papers(made), {FIELD: [pdf("하나.pdf"), pdf("둘.pdf"), pdf("셋.pdf")], "do": "stay"})
    return made


def names(draft: Draft) -> list[str]:
    return [kept.name(row.upload) for row in rows(draft)]


def rows(draft: Draft) -> list[DraftPaper]:
    return list(DraftPaper.objects.select_related("upload").filter(draft=draft).order_by("pk"))


def test_a_file_goes_up_and_down_and_one_comes_back_to_its_card(client: Client, draft: Draft) -> None:
    last = rows(draft)[2].upload_id

    up = client.post(papers(draft), {"up": str(last)})
    after_up = names(draft)
    for _ in range(3):
        client.post(papers(draft), {"up": str(last)})
    at_the_top = names(draft)
    client.post(papers(draft), {"down": str(last)})

    assert up["Location"].endswith("/papers/#paper-safety-certificate")
    assert after_up == ["하나.pdf", "셋.pdf", "둘.pdf"]
    assert at_the_top == ["셋.pdf", "하나.pdf", "둘.pdf"]
    assert names(draft) == ["하나.pdf", "셋.pdf", "둘.pdf"]


def test_the_first_cannot_go_up_nor_the_last_down(client: Client, draft: Draft) -> None:
    page = walking.text(client.get(papers(draft)))

    assert page.count('name="up"') == 2 and page.count('name="down"') == 2


def test_another_file_takes_the_place_and_the_old_bytes_go(client: Client, draft: Draft) -> None:
    old = rows(draft)[1].upload_id

    client.post(papers(draft), {f"replace-{old}": pdf("새것.pdf"), "do": "stay"})

    assert names(draft) == ["하나.pdf", "새것.pdf", "셋.pdf"]
    assert not vault.path_of(old).exists()


def test_a_replacement_that_is_refused_leaves_the_old_one(client: Client, draft: Draft) -> None:
    old = rows(draft)[1].upload_id
    name, content, sentence = PROGRAM

    told = client.post(papers(draft), {f"replace-{old}": SimpleUploadedFile(name, content), "do": "stay"})

    assert told.status_code == 422 and sentence in walking.text(told)
    assert names(draft) == ["하나.pdf", "둘.pdf", "셋.pdf"] and vault.path_of(old).exists()


def test_nobody_moves_or_replaces_the_files_of_another(draft: Draft) -> None:
    other, _ = walking.signed_in()
    theirs = rows(draft)[2].upload_id
    mine = prepaid(other)

    other.post(papers(mine), {"up": str(theirs), f"replace-{theirs}": pdf("남의것.pdf")})
    refused = other.post(papers(draft), {"up": str(theirs)})

    assert refused.status_code == 404
    assert names(draft) == ["하나.pdf", "둘.pdf", "셋.pdf"]
