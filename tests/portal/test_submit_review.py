"""확인: what is shown is what will be signed."""

import io

import pypdfium2
import pytest

from eok.applications import filing
from eok.applications.models import Draft
from eok.core import clock
from eok.portal.reviewing import mark
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]


def digest(draft: Draft) -> str:
    return filing.prepare(Draft.objects.get(pk=draft.pk), today=clock.seoul_now().date()).digest


def test_every_answer_stands_there_with_its_way_back() -> None:
    client, _ = walking.signed_in()
    draft = walking.ready(client)

    page = walking.text(client.get(f"/drafts/{draft.pk}/review/"))

    for words in (
        "김하늘",
        "1985년 4월 12일",
        "하늘상점",
        "123-45-67891",
        "서울특별시 서초구 시범대로 12, 3층",
        "인터넷",
        "아니요",
    ):
        assert words in page
    for place in walking.PAGES:
        assert f'href="{walking.page_url(draft, place)}"' in page
    assert f'href="/drafts/{draft.pk}/papers/"' in page


def test_the_number_to_compare_follows_the_content() -> None:
    client, _ = walking.signed_in()
    draft = walking.ready(client)
    before = digest(draft)

    page = walking.text(client.get(f"/drafts/{draft.pk}/review/"))
    walking.sent(client, draft, "business", trade_name="푸른상점")

    assert mark(before) in page and mark(before) == f"{before[:4]} {before[4:8]} {before[8:12]}"
    assert digest(draft) != before


def test_what_is_missing_is_listed_and_the_button_leads_there() -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)
    walking.sent(client, draft, "applicant")

    page = walking.text(client.get(f"/drafts/{draft.pk}/review/"))

    assert "아직 채울 곳이" in page and "‘무엇을 어떻게 파나요?’ 쪽을 채워 주세요." in page
    assert f'href="{walking.page_url(draft, "business")}?check=1">채우러 가기' in page


def test_the_page_opened_from_there_says_what_is_missing() -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)
    walking.sent(client, draft, "applicant")

    page = walking.text(client.get(f"{walking.page_url(draft, 'business')}?check=1"))

    assert "상호를 적어 주세요." in page


def test_the_preview_shows_the_answers_and_that_nothing_was_filed() -> None:
    client, _ = walking.signed_in()
    draft = walking.ready(client)

    response = client.get(f"/drafts/{draft.pk}/form.pdf")

    document = pypdfium2.PdfDocument(io.BytesIO(response.content))
    text = "".join(document[0].get_textpage().get_text_bounded().split())
    assert response["Content-Type"] == "application/pdf"
    assert "통신판매업신고서" in text and "하늘상점" in text
    assert "아직신청하지않았습니다" in text and "도착" not in text
    assert "미리보기(제출전)" in text and "전자문서제출본" not in text
