"""보존과 파기 at the desk: who sees it, what stands on it, what is noted there, what a spreadsheet gets."""

from datetime import date

import pytest
from django.test import Client

from eok.accounts.roles import Role
from eok.casework.models import Case
from eok.retention import work
from eok.retention.models import Appraisal, Ending, Hold
from tests import affairs
from tests.desk import rooms
from tests.retention.conftest import closed  # noqa: F401
from tests.retention.years import OVER, at, deliberated

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)
LIST = "/desk/retention/"


def manager() -> Client:
    return rooms.desk(affairs.officer("civil_service", Role.RECORDS))


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}.year": str(on.year), f"{name}.month": str(on.month), f"{name}.day": str(on.day)}


@pytest.mark.parametrize("role", [Role.OFFICER, Role.TEAM_LEAD, Role.RECEPTION])
def test_who_handles_cases_does_not_see_it(monday: object, role: Role) -> None:
    answer = rooms.desk(affairs.officer("economy", role)).get(LIST)

    assert answer.status_code == 403


def test_an_auditor_looks_and_changes_nothing(monday: object) -> None:
    auditor = rooms.desk(affairs.officer("economy", Role.AUDITOR))

    assert auditor.get(LIST).status_code == 200
    assert auditor.get(f"{LIST}hold/").status_code == 403
    assert auditor.post(f"{LIST}appraise/").status_code == 403


def test_an_empty_house_says_so(monday: object) -> None:
    shown = rooms.text(manager().get(LIST))

    assert "끝나는 기록이 없어요" in shown
    assert "아직 파기한 것이 없어요" in shown


def test_what_ends_soon_waits_for_the_board(closed: Case) -> None:  # noqa: F811
    with at(date(2029, 12, 1)):
        shown = rooms.text(manager().get(LIST))

    assert "90일 안에 끝나거나 끝난 기록 1" in shown
    assert f"접수번호 {closed.case_no}" in shown
    assert "2029-12-31까지 보존합니다" in shown
    assert "김하늘" not in shown


def test_a_deliberation_is_noted_and_the_worker_ends(closed: Case) -> None:  # noqa: F811
    with at(OVER):
        desk = manager()
        said = {
            "number": "심의-9", "records": str(closed.case_no), "reviewed_by": "석다슬", "result": "destroy", "period": "",
            **day("asked_on", OVER), **day("reviewed_on", OVER), **day("decided_on", OVER),
        }  # fmt: skip
        answer = desk.post(f"{LIST}appraise/", said, follow=True)
        work.run({})
        shown = rooms.text(desk.get(LIST))

    assert "심의 심의-9: 1건을 ‘폐기’로 적었어요" in rooms.text(answer)
    assert Appraisal.objects.get().noted_by.startswith("officer:")
    assert "기록물 파기 대장 1" in shown
    assert "심의-9" in shown


def test_what_was_typed_stays_beside_the_error(closed: Case) -> None:  # noqa: F811
    with at(OVER):
        said = {"number": "심의-9", "records": "2026-999999", "reviewed_by": "석다슬", "result": "destroy"}
        answer = manager().post(f"{LIST}appraise/", {**said, **day("asked_on", OVER)})

    assert answer.status_code == 422
    assert "심의-9" in answer.content.decode()
    assert "날을 읽을 수 없습니다" in rooms.text(answer)
    assert not Appraisal.objects.exists()


@pytest.mark.parametrize("junk", ["\x00", "가" * 5000, "=HYPERLINK()", "' OR 1=1 --"])
def test_no_word_breaks_the_form(closed: Case, junk: str) -> None:  # noqa: F811
    desk = manager()
    names = (
        "target",
        "reason",
        "law",
        "review_on.year",
        "number",
        "records",
        "reviewed_by",
        "result",
        "period",
    )

    answers = [desk.post(f"{LIST}{page}/", dict.fromkeys(names, junk)) for page in ("hold", "appraise")]

    assert all(400 <= answer.status_code < 500 for answer in answers)


def test_a_hold_is_put_on_and_lifted(closed: Case) -> None:  # noqa: F811
    desk = manager()
    said = {
        "target": str(closed.case_no), "reason": "행정소송", "law": "공공기록물법 §27의3①",
        **day("review_on", date(2027, 6, 30)),
    }  # fmt: skip

    put_on = desk.post(f"{LIST}hold/", said, follow=True)
    lifted = desk.post(f"{LIST}holds/{Hold.objects.get().pk}/", {"reason": "소송이 끝남"}, follow=True)

    assert "파기 보류 1" in rooms.text(put_on)
    assert "파기 보류 0" in rooms.text(lifted)
    assert Hold.objects.get().release_reason == "소송이 끝남"


def test_a_hold_lifted_twice_is_told(closed: Case) -> None:  # noqa: F811
    desk = manager()
    desk.post(f"{LIST}hold/", {
        "target": "all", "reason": "감사", "law": "공공기록물법 §27의3①", **day("review_on", date(2027, 6, 30))
    })  # fmt: skip
    address = f"{LIST}holds/{Hold.objects.get().pk}/"
    desk.post(address, {"reason": "끝남"})

    assert desk.post(address, {"reason": "끝남"}).status_code == 409


def test_the_register_is_a_file_for_spreadsheets(closed: Case) -> None:  # noqa: F811
    with at(OVER):
        deliberated(closed)
        work.run({})
        file = manager().get(f"{LIST}?as=csv&list=ended").content.decode()

    assert Ending.objects.count() == 1
    assert file.splitlines()[0].startswith("\ufeff기록,민원사무")
    assert f"접수번호 {closed.case_no},식품 영업 폐업신고" in file


def test_the_table_shows_grade_and_article(monday: object) -> None:
    shown = rooms.text(manager().get(f"{LIST}table/"))

    assert "식품 영업 폐업신고 처리" in shown
    assert "미확인" in shown


def test_the_list_of_cases_leads_there(monday: object) -> None:
    assert "보존과 파기" in rooms.text(manager().get("/desk/cases/"))
    assert "보존과 파기" not in rooms.text(rooms.desk(rooms.clerk()).get("/desk/cases/"))
