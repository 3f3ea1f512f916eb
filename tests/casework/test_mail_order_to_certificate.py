"""통신판매업 신고: draft decision, 결재, licence tax, certificate, register; in the order the law gives."""

from datetime import timedelta

import pytest

from eok.accounts.models import Officer
from eok.accounts.roles import Role
from eok.casework import permissions
from eok.casework.actions.decide import grant
from eok.casework.actions.propose import Opinion, propose
from eok.casework.models import Case
from eok.certificates import authority
from eok.certificates import queries as certificates
from eok.core import clock
from eok.core.errors import NotAllowedError
from eok.licences import queries as licences
from eok.payments import queries as payments
from eok.payments.actions.settle import Proof, record_proof
from eok.payments.errors import TaxSettledError, WrongAmountError
from eok.verification import offline, standing
from tests import affairs

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def decided() -> tuple[Case, Officer]:
    """A granted mail-order case and its officer."""
    officer, lead = affairs.officer("economy"), affairs.officer("economy", Role.OFFICER, Role.TEAM_LEAD)
    case = affairs.mail_order(affairs.person())
    affairs.work()
    case.refresh_from_db()
    affairs.review_all(case, officer)
    propose(case_id=case.pk, outcome="grant", opinion=Opinion("요건을 갖추었습니다."), by=officer)
    grant(case_id=case.pk, opinion=Opinion("요건을 갖추었습니다."), by=lead)
    affairs.work()
    case.refresh_from_db()
    return case, officer


def test_the_officer_cannot_decide_what_the_team_lead_decides() -> None:
    officer = affairs.officer("economy")
    case = affairs.mail_order(affairs.person())
    affairs.work()
    case.refresh_from_db()
    affairs.review_all(case, officer)

    with pytest.raises(NotAllowedError, match="팀장"):
        grant(case_id=case.pk, opinion=Opinion(""), by=officer)


def test_no_certificate_before_the_tax() -> None:
    case, _ = decided()

    tax = payments.of_case(case)
    assert case.state == "awaiting_tax"
    assert tax is not None and (tax.won, tax.class_no) == (40_500, 3)
    assert certificates.of_case(case) is None
    assert licences.of_origin(f"case:{case.pk}") is None


def test_the_proof_of_payment_brings_the_certificate_and_the_register() -> None:
    case, officer = decided()

    record_proof(case_id=case.pk, proof=Proof("R-1", 40_500, clock.now() - timedelta(minutes=5)), by=officer)
    affairs.work()

    case.refresh_from_db()
    certificate = certificates.of_case(case)
    assert case.state == "completed"
    assert certificate is not None
    assert certificate.licence.licence_no == "제2026-서울서초-00001호"
    report = offline.verify_file(certificates.electronic(certificate), authority.published_keys())
    assert report.valid, report.reasons
    found = standing.of_number(certificate.document_no)
    assert found is not None and found.in_force
    assert ("대표자 성명", "김○늘") in found.rows


def test_a_wrong_amount_is_not_recorded_and_a_second_proof_is_refused() -> None:
    case, officer = decided()
    paid_at = clock.now() - timedelta(minutes=5)

    with pytest.raises(WrongAmountError):
        record_proof(case_id=case.pk, proof=Proof("R-1", 40_000, paid_at), by=officer)
    record_proof(case_id=case.pk, proof=Proof("R-1", 40_500, paid_at), by=officer)
    with pytest.raises(TaxSettledError):
        record_proof(case_id=case.pk, proof=Proof("R-1", 40_500, paid_at), by=officer)


def test_every_closed_action_says_why() -> None:
    officer = affairs.officer("economy")
    case = affairs.mail_order(affairs.person())
    affairs.work()
    case.refresh_from_db()

    actions = permissions.actions(case, officer)

    assert all(a.why_not is None or a.why_not.endswith(("요.", ")")) for a in actions)
    assert {a.row.verb for a in actions if a.allowed} == {"request_supplement", "extend"}
