"""What the files of the first two affairs must say, held against the articles by hand."""

import pytest

from eok.catalogue import queries
from eok.catalogue.schema import Paper, Privacy, Service


@pytest.fixture
def mail_order() -> Service:
    return queries.get("mail-order-report")


@pytest.fixture
def closure() -> Service:
    return queries.get("food-business-closure")


def paper(service: Service, paper_id: str) -> Paper:
    return next(p for p in service.papers if p.id == paper_id)


def test_what_must_be_reported_is_asked(mail_order: Service) -> None:
    """전자상거래법 §12①, 시행령 §15."""
    asked = {q.id for q in mail_order.form.questions()}

    assert {"trade_name", "representative_name", "address", "business_phone"} <= asked  # 1호
    assert {"email", "domain", "host_server"} <= asked  # 2호


def test_no_resident_number_is_asked(mail_order: Service, closure: Service) -> None:
    """개인정보 보호법 §3①: the identity is confirmed, a birth date is enough."""
    for service in (mail_order, closure):
        assert not [q.id for q in service.form.questions() if q.privacy is Privacy.UNIQUE]


def test_domain_and_server_may_follow(mail_order: Service) -> None:
    """전자상거래법 시행규칙 §8① 단서: within 30 days of the certificate."""
    states = [q for q in mail_order.form.questions() if q.id in ("domain_state", "host_server_state")]

    assert [[o.value for o in q.options] for q in states] == [["have", "later"], ["have", "later"]]


def test_papers_that_may_follow_by_post(mail_order: Service) -> None:
    """전자상거래법 시행령 §18②: one month; only what the applicant hands in."""
    by_post = {p.id: p.by_post.months for p in mail_order.papers if p.by_post}

    assert set(by_post.values()) == {1}
    assert set(by_post) == {
        "safety-certificate",
        "escrow-certificate",
        "escrow-broker-proof",
        "exemption-statement",
    }


def test_consent_is_asked_where_the_decree_asks_it(mail_order: Service) -> None:
    """전자상거래법 시행령 §13②: consent for the 사업자등록증명, none for the 등기사항증명서."""
    registration = paper(mail_order, "business-registration").look_up
    register = paper(mail_order, "corporate-register").look_up

    assert registration is not None
    assert registration.consent is True
    assert "주민등록번호" not in "".join(registration.shows)
    assert register is not None
    assert register.consent is False


def test_closure_has_no_deemed_acceptance(closure: Service) -> None:
    """식품위생법 §37⑫ lists reports, changes, registrations; a closure is not among them."""
    assert closure.deemed_after is None


def test_closure_is_warned_of_sanctions(closure: Service) -> None:
    """식품위생법 §37⑧."""
    assert any(w.source.cite == "식품위생법 §37⑧" for w in closure.warnings)
    assert any(r.source.cite == "식품위생법 §37⑧" for r in closure.refusal_reasons)


def test_every_automatic_check_is_one_of_casework(mail_order: Service, closure: Service) -> None:
    known = {"district_address", "business_registration_matches", "already_registered", "files_clean"}
    named = {r.automatic for s in (mail_order, closure) for r in s.review if r.automatic}

    assert named == known


def test_the_certificate_and_the_register(mail_order: Service, closure: Service) -> None:
    assert mail_order.certificate == "mail-order-certificate"
    assert mail_order.register is not None
    assert mail_order.register.effect == "open"
    assert closure.certificate is None
    assert closure.register is not None
    assert closure.register.names["licence_no"] == "licence_no"
