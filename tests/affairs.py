"""Affairs filed through the rooms' own actions, for tests that begin after the filing."""

import itertools
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from eok.accounts.actions.invite import NewOfficer, create
from eok.accounts.actions.welcome import welcome
from eok.accounts.models import Grant, Officer, Person, Signature
from eok.accounts.roles import Role
from eok.applications import filing
from eok.applications.actions.attach import attach
from eok.applications.actions.file import file
from eok.applications.actions.save import choose_mode, save_answers
from eok.applications.actions.start import start_draft
from eok.applications.models import Application, Draft, DraftPaper
from eok.casework import reviews
from eok.casework.actions.decide import grant
from eok.casework.actions.propose import Opinion, propose
from eok.casework.actions.review import note_result
from eok.casework.models import Case
from eok.catalogue import queries as catalogue
from eok.core import clock, sealed
from eok.core.keys import keyring
from eok.core.models import Job
from eok.core.outbox import worker
from eok.linkage.ports import Identity
from eok.papers.actions.store import store_own
from eok.payments.actions.settle import Proof, record_proof

ADDRESS = {"road": "서울특별시 서초구 시범대로 12", "detail": "3층", "postcode": "06500"}
CLOSURE = {
    "applicant_kind": "person", "owner_name": "김하늘", "birth_date": "1985-04-12", "mobile": "010-0000-0002",
    "business_name": "하늘식당", "business_type": "general-restaurant", "licence_no": "제2024-0000001호",
    "address": ADDRESS, "closed_on": "2026-11-20", "reason": "personal", "certificate_state": "lost",
    "certificate_lost_reason": "이사하면서 잃어버렸습니다.", "vat_closure": False,
}  # fmt: skip
MAIL_ORDER = {
    "applicant_kind": "person", "representative_name": "김하늘", "birth_date": "1985-04-12",
    "mobile": "010-0000-0002", "email": "haneul@example.org", "trade_name": "하늘상점",
    "business_no": "123-45-67891", "address": ADDRESS, "business_phone": "02-0000-0001",
    "sales_methods": ["internet"], "goods": ["fashion"], "domain_state": "have", "domain": "haneul-shop.example",
    "host_server_state": "later", "prepaid": False,
}  # fmt: skip
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
)
PDF += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

_numbers = itertools.count(1)


def person(name: str = "김하늘", phone: str = "010-0000-0002") -> Person:
    """A resident whose identity was confirmed."""
    number = next(_numbers)
    identity = Identity(
        subject=f"subject-{name}-{number}", name=name, birth_date=date(1985, 4, 12), phone=phone,
        ci=f"ci-{name}-{number}", authenticated_at=clock.now(), assertion="token", assertion_key="{}",
    )  # fmt: skip
    return welcome(identity)


def officer(department: str = "economy", *roles: Role, login: str = "") -> Officer:
    """An officer of a department; a plain one unless roles are named."""
    name = login or f"officer{next(_numbers)}"
    wanted = NewOfficer(name, "박지훈", "주무관", department, roles or (Role.OFFICER,))
    return create(wanted, by=None)


def granted_role(to: Officer, role: Role) -> None:
    """One more role, from today on."""
    Grant.objects.create(officer=to, role=role, department=to.department, from_on=clock.seoul_now().date())


def draft(service_id: str, answers: Mapping[str, Any], by: Person) -> Draft:
    """A draft with all answers; papers are left to the test."""
    started = start_draft(service=catalogue.get(service_id), answers=dict(answers), by=by)
    return save_answers(draft_id=started.pk, answers={}, revision=0, visited=None, by=by)


def attached(to: Draft) -> DraftPaper:
    """One page for the first paper of the affair."""
    upload = store_own(name="paper.pdf", content=PDF, owner=f"person:{to.person_id}")
    return attach(draft_id=to.pk, paper=filing.service_of(to).papers[0], upload=upload, by=to.person)


def sign(draft: Draft, by: Person) -> Signature:
    """The signature of the draft as it stands."""
    ready = filing.prepare(draft, today=clock.seoul_now().date())
    assert not ready.missing_pages, ready.missing_pages
    key = keyring().new_data_key()
    row = Signature(
        person=by, purpose="filing", digest=ready.digest, wrapped_key=key, authenticated_at=clock.now(),
        created_at=clock.now(),
    )  # fmt: skip
    row.assertion = sealed.seal(key, {"token": "t", "key": "{}"}, context=f"signature:{row.pk}")
    row.save(force_insert=True)
    return row


def filed(service_id: str, answers: Mapping[str, Any], by: Person, *, look_up: bool = True) -> Application:
    """File with every needed paper: looked up where it may be, else one page."""
    begun = draft(service_id, answers, by)
    service = catalogue.get(service_id)
    for paper in service.papers:
        mode = "look_up" if paper.look_up and look_up else "upload"
        choose_mode(draft_id=begun.pk, paper_id=paper.id, mode=mode, by=by)
        if mode == "upload":
            upload = store_own(name=f"{paper.id}.pdf", content=PDF, owner=f"person:{by.pk}")
            attach(draft_id=begun.pk, paper=paper, upload=upload, by=by)
    begun.refresh_from_db()
    return file(draft_id=begun.pk, signature=sign(begun, by), by=by)


def mail_order(by: Person, **changed: Any) -> Case:
    application = filed("mail-order-report", {**MAIL_ORDER, **changed}, by)
    return Case.objects.get(application=application)


def closure(by: Person, **changed: Any) -> Case:
    application = filed("food-business-closure", {**CLOSURE, **changed}, by)
    return Case.objects.get(application=application)


def work() -> None:
    """Let the worker do all that is due now."""
    worker.drain()
    dead = list(Job.objects.filter(attempts__gt=0).values_list("name", "last_error"))
    assert not dead, dead


def work_after(seconds: int) -> None:
    with clock.freeze(clock.now() + timedelta(seconds=seconds)):
        work()


def review_all(case: Case, by: Officer) -> None:
    """Note every check as right."""
    for item in reviews.unanswered(case):
        note_result(case_id=case.pk, item_id=item.id, result="ok", note="", by=by)


def granted_mail_order(**changed: Any) -> Case:
    """A mail-order report the team lead granted; its licence tax is owed. changed: answers."""
    clerk, lead = officer("economy"), officer("economy", Role.OFFICER, Role.TEAM_LEAD)
    case = mail_order(person(), **changed)
    work()
    case.refresh_from_db()
    review_all(case, clerk)
    propose(case_id=case.pk, outcome="grant", opinion=Opinion("요건을 갖추었습니다."), by=clerk)
    grant(case_id=case.pk, opinion=Opinion("요건을 갖추었습니다."), by=lead)
    work()
    case.refresh_from_db()
    return case


def completed_mail_order(**changed: Any) -> Case:
    """A mail-order report to its end: tax proven, certificate issued. changed: answers."""
    case = granted_mail_order(**changed)
    proof = Proof("R-1", 40_500, clock.now() - timedelta(minutes=5))
    record_proof(case_id=case.pk, proof=proof, by=officer("economy"))
    work()
    case.refresh_from_db()
    return case
