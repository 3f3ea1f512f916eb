"""보완: only what was asked for, through the same engine as the form; a part alone files nothing."""

import pytest

from eok.casework import grants, supplements
from eok.casework.models import SupplementPaper
from eok.papers import queries as papers
from tests import affairs
from tests.portal import walking
from tests.portal.supplement_cases import FILE, NAME, PAPER, asked, mine, pdf, url

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]


def test_only_what_was_asked_stands_there_with_the_officers_words() -> None:
    client, person = walking.signed_in()
    case = asked(person, NAME, PAPER)

    page = walking.text(client.get(url(case)))

    assert "2가지를 고쳐 주세요" in page and "11월 30일(월)까지" in page
    assert "사업자등록증의 상호와 달라요." in page and "아래쪽이 잘렸어요." in page
    assert 'value="하늘상점"' in page and FILE in page
    assert "전자우편주소" not in page and "business_no" not in page


def test_all_of_it_reaches_the_case_and_the_clock_runs_on() -> None:
    client, person = walking.signed_in()
    case = asked(person, NAME, PAPER)

    sent = client.post(
        url(case), {"trade_name": "푸른상점", FILE: [pdf()], "note": "고쳤어요.", "do": "send"}
    )

    case.refresh_from_db()
    assert sent.status_code == 302 and sent["Location"] == f"/my/cases/{case.pk}/"
    assert case.state == "accepted" and grants.answers_of(case)["trade_name"] == "푸른상점"
    assert SupplementPaper.objects.get().paper_id == "business-registration"


@pytest.mark.parametrize(
    ("typed", "sentence"), [("", "상호를 적어 주세요."), ("하늘🌤", "인쇄할 수 없는 글자가 있어요(🌤)")]
)
def test_a_wrong_answer_is_said_in_its_place(typed: str, sentence: str) -> None:
    client, person = walking.signed_in()
    case = asked(person, NAME)

    response = client.post(url(case), {"trade_name": typed, "do": "send"})

    assert response.status_code == 422
    assert sentence in walking.text(response).split('id="q-trade_name-error"')[1].split("</p>")[0]
    assert supplements.waiting(case.pk) is not None


def test_a_part_alone_files_nothing_and_what_was_given_stays() -> None:
    client, person = walking.signed_in()
    case = asked(person, NAME, PAPER)

    told = client.post(url(case), {"trade_name": "", FILE: [pdf("첫째.pdf")], "do": "send"})
    sent = client.post(url(case), {**walking.hidden(told), "trade_name": "푸른상점", "do": "send"})

    assert told.status_code == 422 and "첫째.pdf" in walking.text(told)
    assert sent.status_code == 302
    assert papers.name(SupplementPaper.objects.get().upload) == "첫째.pdf" and mine(person) == {"첫째.pdf"}


def test_a_missing_file_is_said_at_its_place() -> None:
    client, person = walking.signed_in()
    case = asked(person, PAPER)

    response = client.post(url(case), {"do": "send"})

    assert response.status_code == 422
    assert 'href="#file-business-registration">사업자등록증명: 파일을 올려 주세요.' in walking.text(response)


def test_a_bad_file_is_said_and_not_kept() -> None:
    client, person = walking.signed_in()
    case = asked(person, PAPER)

    response = client.post(url(case), {FILE: [pdf("프로그램.pdf", b"MZ" + bytes(3000))], "do": "send"})

    assert response.status_code == 422
    assert "프로그램.pdf: PDF나 사진(JPG, PNG, HEIC)이 아닙니다." in walking.text(response)
    assert not mine(person)


def test_a_file_can_be_taken_out_again() -> None:
    client, person = walking.signed_in()
    case = asked(person, PAPER)
    kept = walking.hidden(client.post(url(case), {FILE: [pdf()], "do": "stay"}))

    page = client.post(url(case), {**kept, "remove": kept["kept-business-registration"]})

    assert page.status_code == 200 and "증명.pdf" not in walking.text(page)
    assert not mine(person)


def test_another_persons_file_cannot_be_named() -> None:
    theirs, other = walking.signed_in()
    their_page = theirs.post(url(asked(other, PAPER)), {FILE: [pdf("남의것.pdf")], "do": "stay"})
    client, person = walking.signed_in()
    case = asked(person, PAPER)

    response = client.post(url(case), {**walking.hidden(their_page), "do": "send"})

    assert response.status_code == 422 and "남의것.pdf" not in walking.text(response)
    assert mine(other) == {"남의것.pdf"}


def test_nothing_is_asked_when_nothing_is_open() -> None:
    client, person = walking.signed_in()
    case = affairs.mail_order(person)

    assert client.get(url(case))["Location"] == f"/my/cases/{case.pk}/"


def test_another_persons_case_is_none() -> None:
    _, other = walking.signed_in()
    client, _ = walking.signed_in()

    assert client.get(url(asked(other, NAME))).status_code == 404
