"""The papers of a case: the form as filed, what was received, what was decided."""

import io

import pypdfium2
import pytest

from eok.accounts.roles import Role
from eok.casework import documents
from eok.casework.actions.decide import grant, refuse
from eok.casework.actions.propose import Opinion, propose
from eok.casework.models import Case
from eok.core.errors import NotFoundError
from tests import affairs

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]


def text(pdf: bytes) -> str:
    """Everything on the paper, without blanks."""
    pages = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pages)


def accepted() -> Case:
    case = affairs.mail_order(affairs.person())
    affairs.work()
    return Case.objects.get(pk=case.pk)


def decided(outcome: str) -> Case:
    """A case the team lead decided."""
    officer, lead = affairs.officer("economy"), affairs.officer("economy", Role.OFFICER, Role.TEAM_LEAD)
    case = accepted()
    affairs.review_all(case, officer)
    opinion = Opinion("이미 신고한 번호예요.", ("already-registered",) if outcome == "refuse" else ())
    propose(case_id=case.pk, outcome=outcome, opinion=opinion, by=officer)
    (refuse if outcome == "refuse" else grant)(case_id=case.pk, opinion=opinion, by=lead)
    return Case.objects.get(pk=case.pk)


def test_the_form_as_filed_bears_number_and_moment() -> None:
    case = affairs.mail_order(affairs.person())

    page = text(documents.form_as_filed(case.application))

    assert "통신판매업신고서" in page and "[별지제1호서식]" in page and "서초구청장귀하" in page
    assert f"신청번호{case.application.application_no}·2026.11.23.14:00:00도착" in page
    assert "하늘상점" in page and "공동이용동의" in page and "처리기간3일" in page


def test_after_acceptance_the_office_cells_are_filled() -> None:
    case = accepted()

    page = text(documents.form_as_filed(case.application))

    cells = page.split("접수번호")[1].split("신고인")[0]
    assert str(case.case_no) in cells and "2026.11.23.14:00" in cells


def test_before_acceptance_there_is_a_confirmation_and_no_receipt() -> None:
    page = text(documents.receipt_of(affairs.mail_order(affairs.person())))

    assert "신청확인서" in page and "별지제2호서식" not in page
    assert "접수하기전입니다" in page and "11월24일(화)14시까지접수합니다" in page
    assert "2026년11월26일(목)14:00(예정)" in page


def test_the_receipt_tells_number_due_time_and_office() -> None:
    case = accepted()

    page = text(documents.receipt_of(case))

    assert "[별지제2호서식]" in page and str(case.case_no) in page
    assert "김하늘(하늘상점)" in page and "2026년11월23일(월)14:00" in page
    assert "2026년11월26일(목)14:00" in page and "일자리경제과" in page


def test_a_grant_tells_the_tax_and_no_remedies() -> None:
    page = text(documents.decision_letter(decided("grant")))

    assert "통신판매업신고처리결과알림(수리)" in page
    assert "등록면허세를내시면" in page and "구제절차" not in page


def test_a_refusal_tells_reasons_with_articles_and_remedies() -> None:
    page = text(documents.decision_letter(decided("refuse")))

    assert "수리거부" in page and "이미신고된사업자입니다" in page and "전자상거래법제12조제2항" in page
    assert "이의신청" in page and "행정심판" in page and "2027년1월22일(금)까지" in page


def test_there_is_no_letter_before_the_decision() -> None:
    with pytest.raises(NotFoundError, match="아직 결정한 문서가 없습니다"):
        documents.decision_letter(accepted())
