"""보완: only what was asked for, through the same engine as the form; a part alone files nothing."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from eok.accounts.models import Person
from eok.casework import grants, supplements
from eok.casework.actions.request_supplement import request_supplement
from eok.casework.models import Case, SupplementPaper
from eok.casework.supplements import Wanted
from eok.core import clock
from eok.papers import queries as papers
from eok.papers.models import Upload
from tests import affairs
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]

NAME = Wanted("question", "trade_name", "상호", "사업자등록증의 상호와 달라요.")
PREPAID = Wanted("question", "prepaid", "물건값을 먼저 받나요?", "판매 화면에는 먼저 받는다고 적혀 있어요.")
PAPER = Wanted("paper", "business-registration", "사업자등록증명", "아래쪽이 잘렸어요.")
FILE = "file-business-registration"


def asked(person: Person, *wanted: Wanted) -> Case:
    """A case in which the officer asked for these."""
    officer = affairs.officer("economy")
    case = affairs.mail_order(person)
    affairs.work()
    with clock.freeze(clock.now() + timedelta(minutes=10)):
        request_supplement(case_id=case.pk, wanted=list(wanted), days=7, by=officer)
    return Case.objects.get(pk=case.pk)


def url(case: Case) -> str:
    return f"/my/cases/{case.pk}/supplement/"


def mine(person: Person) -> set[str]:
    """Names of the person's files that were taken in for the supplement."""
    rows = Upload.objects.filter(owner=f"person:{person.pk}")
    return {papers.name(row) for row in rows} & {"증명.pdf", "첫째.pdf", "남의것.pdf", "프로그램.pdf"}


def pdf(name: str = "증명.pdf", content: bytes = affairs.PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def send(client: Client, case: Case, **typed: object) -> object:
    return client.post(url(case), {**walking.hidden(client.get(url(case))), **typed, "do": "send"})


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


def test_a_mended_answer_asks_for_what_it_makes_necessary() -> None:
    client, person = walking.signed_in()
    case = asked(person, PREPAID)

    told = client.post(url(case), {"prepaid": "yes", "do": "send"})

    page = walking.text(told)
    assert told.status_code == 200 and supplements.waiting(case.pk) is not None
    assert "고친 답 때문에 더 필요한 것이 생겼어요" in page
    assert "어떤 구매안전서비스를 쓰나요?" in page and "구매안전서비스 이용 확인증 파일" in page


def test_what_a_mended_answer_made_necessary_is_supplied_with_it() -> None:
    client, person = walking.signed_in()
    case = asked(person, PREPAID)
    response = client.post(url(case), {"prepaid": "yes", "do": "send"})
    typed = {"prepaid": "yes", "safety_service": "escrow", "escrow_through": "direct"}

    for _ in range(3):
        if response.status_code == 302:
            break
        file = {"file-safety-certificate": [pdf()]} if "kept-safety" not in walking.text(response) else {}
        response = client.post(url(case), {**walking.hidden(response), **typed, **file, "do": "send"})

    case.refresh_from_db()
    assert case.state == "accepted", walking.text(response)
    assert grants.answers_of(case)["safety_service"] == "escrow"
    assert {row.paper_id for row in SupplementPaper.objects.all()} == {"safety-certificate"}


def test_what_is_not_needed_after_all_is_not_asked_again() -> None:
    client, person = walking.signed_in()
    case = asked(person, PREPAID)
    told = client.post(url(case), {"prepaid": "yes", "do": "send"})

    sent = client.post(url(case), {**walking.hidden(told), "prepaid": "no", "do": "send"})

    case.refresh_from_db()
    assert sent.status_code == 302 and case.state == "accepted"
    assert not SupplementPaper.objects.exists()


def test_an_answer_nobody_asked_about_cannot_be_changed() -> None:
    client, person = walking.signed_in()
    case = asked(person, NAME)

    client.post(
        url(case),
        {
            "shown": "question:trade_name question:email",
            "trade_name": "푸른상점",
            "email": "x@example.org",
            "do": "send",
        },
    )

    assert grants.answers_of(case)["trade_name"] == "푸른상점"
    assert grants.answers_of(case)["email"] == "haneul@example.org"


def test_nothing_is_asked_when_nothing_is_open() -> None:
    client, person = walking.signed_in()
    case = affairs.mail_order(person)

    assert client.get(url(case))["Location"] == f"/my/cases/{case.pk}/"


def test_another_persons_case_is_none() -> None:
    _, other = walking.signed_in()
    client, _ = walking.signed_in()

    assert client.get(url(asked(other, NAME))).status_code == 404
