"""Rare syllables, hanja and emoji from the form to the papers: as they were typed, or refused with a way out."""

import io

import pypdfium2
import pytest

from eok.applications import drafts
from tests import affairs
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def text(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pages)


@pytest.mark.parametrize("name", ["뷁햏설믜", "柳夏潾", "O’Neill"])
def test_a_rare_name_stands_on_the_certificate_as_it_was_typed(name: str) -> None:
    case = affairs.completed_mail_order(representative_name=name, trade_name=f"{name}상점")
    client, _ = walking.signed_in(case.application.person)

    electronic = client.get(f"/my/cases/{case.pk}/certificate.pdf")
    printed = client.get(f"/my/cases/{case.pk}/certificate-print.pdf")
    form = client.get(f"/my/cases/{case.pk}/form.pdf")

    for paper in (electronic, printed, form):
        assert paper.status_code == 200 and f"{name}상점" in text(paper.content)


def test_an_emoji_where_no_certificate_shows_it_is_filed_and_the_copy_says_so() -> None:
    person = affairs.person()
    case = affairs.closure(person, certificate_lost_reason="이사하다가 😢 잃어버렸어요.")
    client, _ = walking.signed_in(person)

    form = client.get(f"/my/cases/{case.pk}/form.pdf")

    filed = drafts.read_filed(case.application).answers
    assert filed["certificate_lost_reason"] == "이사하다가 😢 잃어버렸어요."
    assert "이사하다가▢잃어버렸어요." in text(form.content)
    assert "원문은전자기록에있습니다" in text(form.content)


def test_the_page_of_the_case_shows_the_emoji_itself() -> None:
    person = affairs.person()
    case = affairs.closure(person, certificate_lost_reason="이사하다가 😢 잃어버렸어요.")
    client, _ = walking.signed_in(person)

    assert "이사하다가 😢 잃어버렸어요." in walking.text(client.get(f"/my/cases/{case.pk}/"))
