"""나의 민원 and the page of a case in every state a resident can see."""

import pytest

from eok.accounts.models import Person
from eok.accounts.roles import Role
from eok.casework import grants
from eok.casework.actions.decide import grant, refuse
from eok.casework.actions.propose import Opinion, propose
from eok.casework.actions.request_supplement import request_supplement
from eok.casework.actions.withdraw import withdraw
from eok.casework.models import Case
from eok.casework.supplements import Wanted
from tests import affairs
from tests.portal.walking import signed_in

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def page_of(case: Case, person: Person) -> str:
    answer = signed_in(person)[0].get(f"/my/cases/{case.pk}/")
    assert answer.status_code == 200, answer.content.decode()[:500]
    return answer.content.decode()


def accepted(person: Person) -> Case:
    case = affairs.mail_order(person)
    affairs.work()
    case.refresh_from_db()
    return case


def test_before_acceptance_the_page_tells_until_when_it_is_accepted() -> None:
    person = affairs.person()

    assert "접수 시한" in page_of(affairs.mail_order(person), person)


def test_what_was_filed_can_be_opened_again() -> None:
    person = affairs.person()
    case = affairs.mail_order(person, prepaid=True, safety_service="escrow", escrow_through="direct")

    page = page_of(case, person)

    assert "구매안전서비스 이용 확인증</a>" in page


def test_in_work_the_due_time_stands_with_its_reasons() -> None:
    person = affairs.person()
    affairs.officer("economy")

    page = page_of(accepted(person), person)

    assert "11월 26일(목)" in page
    assert "왜 이 날짜인가요?" in page
    assert "민원처리법 제19조제1항" in page


def test_a_supplement_shows_the_officers_sentence_and_todays_date() -> None:
    person, clerk = affairs.person(), affairs.officer("economy")
    case = accepted(person)
    wanted = [Wanted("question", "trade_name", "상호", "상호가 사업자등록증과 달라요.")]
    request_supplement(case_id=case.pk, wanted=wanted, days=7, by=clerk)
    case.refresh_from_db()

    page = page_of(case, person)

    assert "상호가 사업자등록증과 달라요." in page
    assert "오늘 올리면" in page


def test_a_refusal_tells_reason_and_remedies() -> None:
    person, lead = affairs.person(), affairs.officer("economy", Role.OFFICER, Role.TEAM_LEAD)
    case = accepted(person)
    affairs.review_all(case, lead)
    reason = grants.service_of(case).refusal_reasons[0]
    opinion = Opinion("이미 신고한 사업자입니다.", (reason.id,))
    propose(case_id=case.pk, outcome="refuse", opinion=opinion, by=lead)
    refuse(case_id=case.pk, opinion=opinion, by=lead)
    case.refresh_from_db()

    page = page_of(case, person)

    assert "이미 신고한 사업자입니다." in page
    assert "이의신청" in page and "2027년 1월 22일(금)까지" in page
    assert "행정심판" in page


def test_withdrawn_closed_and_completed_cases_have_a_page_too() -> None:
    person = affairs.person()
    case = accepted(person)
    withdraw(case_id=case.pk, reason="", by=person)
    case.refresh_from_db()
    assert "거두어들였어요" in page_of(case, person)

    clerk = affairs.officer("sanitation")
    closure = affairs.closure(person)
    affairs.work()
    affairs.review_all(closure, clerk)
    grant(case_id=closure.pk, opinion=Opinion(""), by=clerk)
    closure.refresh_from_db()
    assert "모두 끝났어요" in page_of(closure, person)


def test_the_certificate_can_be_saved_and_printed() -> None:
    case = affairs.completed_mail_order()
    person = case.application.person
    client, _ = signed_in(person)

    page = page_of(case, person)
    file = client.get(f"/my/cases/{case.pk}/certificate.pdf")
    printed = client.get(f"/my/cases/{case.pk}/certificate-print.pdf")

    assert "문서확인번호" in page
    assert file.content.startswith(b"%PDF") and printed.content.startswith(b"%PDF")
    assert file.headers["Cache-Control"] == "no-store"


def test_my_page_begins_with_what_i_must_do() -> None:
    case = affairs.granted_mail_order()
    client, _ = signed_in(case.application.person)

    page = client.get("/my/").content.decode()

    assert page.index("등록면허세를 내 주세요") < page.index("진행 중")


def test_another_persons_case_reads_as_none_and_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    case = affairs.mail_order(affairs.person())
    client, _ = signed_in(affairs.person("홍길동"))

    answer = client.get(f"/my/cases/{case.pk}/")

    assert answer.status_code == 404
    assert "of another" in caplog.text
