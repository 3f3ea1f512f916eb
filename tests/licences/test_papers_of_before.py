"""The paper issued before is void in the transaction that writes the register, and 진위확인 says so the second after."""

from datetime import date

import pytest
from django.test import Client

from eok.certificates import authority
from eok.certificates import queries as certificates
from eok.certificates.models import IssuedCertificate
from eok.certificates.render import draw
from eok.core import clock
from eok.licences.details import Details, Sanctioned
from eok.licences.models import Licence
from eok.verification import offline, standing
from tests import affairs
from tests.licences import entries

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


@pytest.fixture
def issued() -> IssuedCertificate:
    found = certificates.of_case(affairs.completed_mail_order())
    assert found is not None
    return found


def told(paper: IssuedCertificate) -> str:
    answer = Client().post("/verify/number/", {"number": paper.document_no})
    return answer.content.decode()


@pytest.mark.parametrize(
    ("verb", "state", "words"),
    [
        ("changed", "새로 발급됨", "새 문서를 줬어요"),
        ("succeeded", "새로 발급됨", "새 문서를 줬어요"),
        ("reissued", "새로 발급됨", "새 문서를 줬어요"),
        ("closed", "무효", "폐업해서"),
        ("revoked", "무효", "취소되어"),
        ("struck_off", "무효", "말소되어"),
    ],
)
def test_verify_says_so_the_second_after(
    issued: IssuedCertificate, verb: str, state: str, words: str
) -> None:
    assert "오늘도 유효해요" in told(issued)

    entries.happen(issued.licence, verb)

    page = told(issued)
    assert "지금은 쓸 수 없는 문서예요" in page
    assert f"문서: {state}" in page and words in page


@pytest.mark.parametrize("verb", ["suspended", "corrected"])
def test_what_leaves_the_paper_as_it_is(issued: IssuedCertificate, verb: str) -> None:
    entries.happen(issued.licence, verb)

    issued.refresh_from_db()
    assert issued.state == "valid"


def test_a_reversal_does_not_revive_the_old_paper(issued: IssuedCertificate) -> None:
    entries.happen(issued.licence, "revoked")
    entries.happen(issued.licence, "reinstated")

    found = standing.of_number(issued.document_no)

    assert found is not None
    assert (found.counts, found.in_force) == (False, False)
    assert "효력이 없어졌어요" in found.told


def test_a_suspension_of_business_begins_and_ends_by_itself(issued: IssuedCertificate) -> None:
    entries.stopped(issued.licence, date(2026, 11, 24), date(2026, 11, 30))
    days = {}

    for day in (23, 24, 30):
        with clock.freeze(clock.now().replace(day=day)):
            days[day] = told(issued)
    with clock.freeze(clock.now().replace(month=12, day=1)):
        days[31] = told(issued)

    assert "오늘도 유효해요" in days[23] and "오늘도 유효해요" in days[31]
    assert all("2026년 11월 30일까지 영업정지" in days[day] for day in (24, 30))


def test_a_lifted_suspension_no_longer_stops(issued: IssuedCertificate) -> None:
    until = Details(sanction=Sanctioned("suspension", date(2026, 11, 1), date(2026, 12, 31)))
    sanction = entries.happen(issued.licence, "sanctioned", until)
    assert "영업정지" in told(issued)

    entries.happen(issued.licence, "sanction_lifted", Details(lifts=sanction.sequence))

    assert "오늘도 유효해요" in told(issued)


def test_a_later_correction_is_mentioned(issued: IssuedCertificate) -> None:
    with clock.freeze(clock.now().replace(hour=7)):
        entries.happen(issued.licence, "corrected", Details(content={"phone": "02-0000-0009"}))

    assert "틀린 글자를 바로잡았어요" in told(issued)


def test_offline_can_t_know_and_says_so(issued: IssuedCertificate) -> None:
    entries.happen(issued.licence, "closed")

    report = offline.verify_file(certificates.electronic(issued), authority.published_keys())

    assert report.valid
    assert offline.NOT_TODAY in report.reasons


def test_a_paper_made_while_the_entry_moved_on_is_void_from_the_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:

    def while_it_changes(*args: object, **kwargs: object) -> bytes:
        entries.happen(Licence.objects.get(), "changed", Details(content={"name": "새이름"}))
        return draw(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr("eok.certificates.actions.issue.draw", while_it_changes)

    found = certificates.of_case(affairs.completed_mail_order())

    assert found is not None
    assert found.state == "replaced"
