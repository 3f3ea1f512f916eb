"""서류: what each paper needs, how it comes, and the answers that make it needless."""

import pytest

from eok.applications import drafts
from eok.applications.models import Draft, DraftPaper
from eok.papers import vault
from eok.papers.models import Upload
from tests.portal import walking
from tests.portal.paper_drafts import FIELD, papers, pdf, prepaid

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]


def test_mine_come_first_and_what_is_not_needed_comes_last() -> None:
    client, _ = walking.signed_in()
    page = walking.text(client.get(papers(prepaid(client))))

    order = [
        page.index(name)
        for name in ("구매안전서비스 이용 확인증</h2>", "사업자등록증명</h2>", "법인 등기사항증명서</h2>")
    ]

    assert order == sorted(order)
    assert "물건값을 먼저 받는다고 답해서 필요해요. (전자상거래법 시행령 제13조제1항제1호)" in page
    assert "상호, 대표자 성명, 사업자등록번호, 사업장 소재지, 개업일만 봐요." in page
    assert "1개월 안에 우편으로 낼게요" in page


def test_what_is_not_needed_leads_to_the_answer_that_caused_it() -> None:
    client, _ = walking.signed_in()
    draft = prepaid(client)

    page = walking.text(client.get(papers(draft)))

    card = page.split("법인 등기사항증명서</h2>")[1].split("</section>")[0]
    assert "법인만 해당해요." in card and walking.page_url(draft, "applicant") in card


def test_going_on_without_a_choice_or_a_file_is_said_at_the_card() -> None:
    client, _ = walking.signed_in()

    response = client.post(papers(prepaid(client)), {"mode-safety-certificate": "upload", "do": "next"})

    page = walking.text(response)
    assert response.status_code == 422
    assert 'href="#paper-safety-certificate">구매안전서비스 이용 확인증: 파일을 올려 주세요.' in page
    assert 'id="error-business-registration"' in page and "구청이 확인할지, 직접 낼지 골라 주세요." in page


def test_files_go_up_with_the_page_and_can_be_taken_out() -> None:
    client, _ = walking.signed_in()
    draft = prepaid(client)

    client.post(papers(draft), {FIELD: [pdf("앞면.pdf"), pdf("뒷면.pdf")], "do": "stay"})
    first, second = DraftPaper.objects.filter(draft=draft).order_by("pk")
    client.post(papers(draft), {"remove": str(first.upload_id)})

    page = walking.text(client.get(papers(draft)))
    assert "뒷면.pdf" in page and "앞면.pdf" not in page
    assert [row.pk for row in DraftPaper.objects.filter(draft=draft)] == [second.pk]
    assert list(Upload.objects.all()) == [second.upload]


@pytest.mark.django_db(databases="__all__", transaction=True)
def test_the_bytes_of_a_file_that_was_taken_out_are_gone() -> None:
    client, _ = walking.signed_in()
    draft = prepaid(client)
    client.post(papers(draft), {FIELD: [pdf()], "do": "stay"})
    upload = Upload.objects.get()

    client.post(papers(draft), {"remove": str(upload.pk)})

    assert not vault.path_of(upload.pk).exists()


def test_a_script_gets_the_row_of_its_file() -> None:
    client, _ = walking.signed_in()
    draft = prepaid(client)

    row = client.post(f"{papers(draft)}safety-certificate/files/", {FIELD: pdf()})

    assert row.status_code == 200
    assert "확인증.pdf" in walking.text(row) and "올렸어요" in walking.text(row)
    assert "<html" not in walking.text(row)


def test_consent_and_file_lead_to_the_review() -> None:
    client, _ = walking.signed_in()
    draft = prepaid(client)
    modes = {"mode-safety-certificate": "upload", "mode-business-registration": "look_up"}

    onward = client.post(papers(draft), {**modes, FIELD: [pdf()], "do": "next"})

    stored = drafts.read(Draft.objects.get(pk=draft.pk)).modes
    assert onward["Location"] == f"/drafts/{draft.pk}/review/"
    assert stored == {"safety-certificate": "upload", "business-registration": "look_up"}


def test_by_post_needs_no_file() -> None:
    client, _ = walking.signed_in()
    draft = prepaid(client)
    modes = {"mode-safety-certificate": "by_post", "mode-business-registration": "look_up"}

    onward = client.post(papers(draft), {**modes, "do": "next"})

    assert onward["Location"] == f"/drafts/{draft.pk}/review/"


def test_a_way_the_paper_does_not_have_is_not_taken() -> None:
    client, _ = walking.signed_in()
    draft = prepaid(client)

    client.post(papers(draft), {"mode-safety-certificate": "look_up", "do": "stay"})

    assert "safety-certificate" not in drafts.read(Draft.objects.get(pk=draft.pk)).modes


def test_the_first_page_of_a_file_can_be_looked_at() -> None:
    client, _ = walking.signed_in()
    draft = prepaid(client)
    client.post(papers(draft), {FIELD: [pdf()], "do": "stay"})
    upload = Upload.objects.get()

    image = client.get(f"/drafts/{draft.pk}/files/{upload.pk}/1.png")

    assert image["Content-Type"] == "image/png" and image.content.startswith(b"\x89PNG")


def test_a_page_without_its_token_is_refused() -> None:
    client, _ = walking.signed_in()
    draft = prepaid(client)
    client.handler.enforce_csrf_checks = True

    response = client.post(papers(draft), {FIELD: [pdf()], "do": "next"})

    assert response.status_code == 403
    assert not Upload.objects.exists()
