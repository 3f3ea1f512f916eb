"""Every list and page that can meet an ended case says so plainly and shows nothing of it."""

from datetime import date

import pytest
from django.test import Client

from eok.accounts.models import Officer, Person
from eok.accounts.roles import Role
from eok.casework.models import Case
from eok.certificates.models import IssuedCertificate
from eok.retention import work
from eok.verification import standing
from tests import affairs
from tests.desk import rooms
from tests.portal import walking
from tests.retention.years import at, deliberated

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)
LATER = date(2032, 1, 5)


@pytest.fixture
def ended(monday: object) -> Case:
    """A mail-order report with its certificate, ended after five years."""
    case = affairs.completed_mail_order()
    with at(LATER):
        deliberated(case)
        work.run({})
    case.refresh_from_db()
    assert case.state == "ended"
    return case


@pytest.fixture
def clerk() -> Client:
    return rooms.desk(Officer.objects.filter(department="economy").order_by("pk")[0])


def test_lists_at_the_desk_go_on(ended: Case, clerk: Client) -> None:
    for address in (
        "/desk/",
        "/desk/?show=team",
        "/desk/cases/",
        "/desk/cases/?as=csv",
        "/desk/licences/",
        "/desk/by-hand/",
        "/desk/approvals/",
    ):
        answer = clerk.get(address)
        assert answer.status_code == 200, address
        if "licences" not in address:
            assert "김○늘" not in answer.content.decode()
    assert "보존기간 끝남" in rooms.text(clerk.get("/desk/cases/?state=ended"))


@pytest.mark.parametrize(
    "page",
    ["", "form.pdf", "extend/", "decide/", "supplement/", "tax/", "send-back/", "return/", "do/grant/"],
)
def test_the_case_is_gone_on_every_page_of_the_desk(ended: Case, clerk: Client, page: str) -> None:
    answer = clerk.get(rooms.page(ended, page))

    assert answer.status_code == 410
    assert "보존기간이 끝나 2032년 1월 5일에 내용을 없앴습니다" in rooms.text(answer)
    assert "공공기록물법 §27①" in rooms.text(answer)


def test_search_by_number_leads_to_the_plain_page(ended: Case, clerk: Client) -> None:
    answer = clerk.get(f"/desk/search?q={ended.case_no}", follow=True)

    assert answer.status_code == 410


def test_the_resident_s_list_goes_on(ended: Case) -> None:
    browser, _ = walking.signed_in(Person.objects.get(pk=ended.application.person_id))

    mine = browser.get("/my/")

    assert mine.status_code == 200
    assert "보존기간이 끝나 내용을 없앴어요" in rooms.text(mine)
    assert "보낸 알림" not in rooms.text(mine)


@pytest.mark.parametrize(
    "place",
    ["", "form.pdf", "receipt.pdf", "decision.pdf", "certificate.pdf", "certificate-print.pdf", "withdraw/",
     "more-time/", "supplement/", "readings/"],
)  # fmt: skip
def test_the_resident_s_pages_say_that_it_is_gone(ended: Case, place: str) -> None:
    browser, _ = walking.signed_in(Person.objects.get(pk=ended.application.person_id))

    answer = browser.get(f"/my/cases/{ended.pk}/{place}")

    assert answer.status_code == 410
    assert "보존기간이 끝나 2032년 1월 5일에" in rooms.text(answer)


def test_verification_says_that_the_content_is_gone(ended: Case) -> None:
    issued = IssuedCertificate.objects.get(case=ended)

    found = standing.of_number(issued.document_no)

    assert found is not None
    assert found.ended and found.counts and found.in_force
    assert found.rows == ()
    assert found.file_digest
    shown = rooms.text(Client().post("/verify/number/", {"number": issued.document_no}))
    assert "보존기간이 끝나 문서의 내용은 우리 구에 남아 있지 않아요" in shown


def test_the_file_its_holder_kept_still_verifies(monday: object) -> None:
    from eok.certificates import authority, queries
    from eok.verification.offline import verify_file

    case = affairs.completed_mail_order()
    kept = queries.electronic(IssuedCertificate.objects.get(case=case))
    with at(LATER):
        deliberated(case)
        work.run({})
        report = verify_file(kept, authority.published_keys())

    assert report.document["number"]
    assert not any("서명" in reason and "않" in reason for reason in report.reasons if "시험용" not in reason)


def test_the_register_of_licences_stays(ended: Case, clerk: Client) -> None:
    licence = IssuedCertificate.objects.get(case=ended).licence

    assert clerk.get(f"/desk/licences/{licence.pk}/").status_code == 200


def test_officers_of_another_department_learn_nothing(ended: Case) -> None:
    other = rooms.desk(affairs.officer("sanitation", Role.OFFICER))

    assert other.get(rooms.page(ended)).status_code == 404
