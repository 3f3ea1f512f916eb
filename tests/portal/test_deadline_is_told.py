"""A filing after its legal day says so and what may follow; it is never refused (민법 §157, §161)."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings

from eok.accounts.roles import Role
from eok.applications.models import Application
from eok.casework.models import Case
from eok.catalogue import queries as catalogue
from eok.forms import deadlines
from eok.forms.checks import check_service
from eok.offices.calendar import calendar
from tests import affairs
from tests.catalogue import changing
from tests.desk import rooms
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

DEADLINE = """
deadlines:
  - of: closed_on
    within: {value: 30, unit: days, source: {grade: 법령, cite: 식품위생법 시행규칙 §44①}}
    may_follow:
      text: 늦으면 시험용 과태료가 따를 수 있어요.
      source: {grade: 법령, cite: 식품위생법 §101④}
"""
LATE = {"closed_on.year": "2026", "closed_on.month": "9", "closed_on.day": "30"}
IN_TIME = {**LATE, "closed_on.month": "11", "closed_on.day": "20"}


@pytest.fixture(autouse=True)
def counted(tmp_path: Path, settings: LazySettings) -> None:
    put_deadline(tmp_path, settings)


def put_deadline(tmp_path: Path, settings: LazySettings) -> None:
    """From here on the closure is to be filed within 30 days."""
    settings.EOK_DATA_DIR = changing.folder(tmp_path, "")
    (file,) = settings.EOK_DATA_DIR.glob("services/*/food-business-closure.yaml")
    file.write_text(file.read_text(encoding="utf-8") + DEADLINE, encoding="utf-8")


def test_the_page_of_the_date_tells_it_and_how_it_was_counted() -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client, walking.CLOSURE)
    url = walking.page_url(draft, "closure")
    drawn = walking.hidden(client.get(url))

    client.post(f"{url}save/", {**drawn, **LATE, "shown": "closed_on"})
    late = walking.text(client.get(url))
    client.post(f"{url}save/", {**walking.hidden(client.get(url)), **IN_TIME, "shown": "closed_on"})
    in_time = walking.text(client.get(url))

    assert (
        "법정 기한이 지났어요" in late
        and "폐업하는 날부터 30일 안에 신고해야 해요. 2026년 10월 30일(금)까지예요. 24일 지났지만 지금도 신고할 수 있어요."
        in late
    )
    assert "늦으면 시험용 과태료가 따를 수 있어요." in late and "민법 제157조" in late
    assert "법정 기한이 지났어요" not in in_time and "아직 28일 남았어요." in in_time
    assert "과태료" not in in_time


def test_a_late_filing_is_told_at_the_review_filed_and_told_to_the_officer() -> None:
    client, person = walking.signed_in()
    draft = affairs.draft(walking.CLOSURE, {**affairs.CLOSURE, "closed_on": "2026-09-30"}, person)

    review = walking.text(client.get(f"/drafts/{draft.pk}/review/"))
    walking.signed(client, draft, person)
    filed = client.post(f"/drafts/{draft.pk}/submit/", {"do": "file"})

    application = Application.objects.get()
    desk = rooms.desk(affairs.officer("sanitation", Role.OFFICER))
    case = Case.objects.get(application=application)
    page = walking.text(desk.get(f"/desk/cases/{case.pk}/"))
    assert "24일 지났지만 지금도 신고할 수 있어요." in review
    assert filed.status_code == 302
    assert "법정 기한이 24일 지나 신고했어요" in page and "시험용 과태료" in page


def test_the_catalogue_refuses_a_date_nobody_asks() -> None:
    service = catalogue.get(walking.CLOSURE)
    wrong = service.model_copy(
        update={"deadlines": (service.deadlines[0].model_copy(update={"of": "reason"}),)}
    )

    found = [problem.text for problem in check_service(wrong)]

    assert any("of(reason)는 이 서식에서 묻는 날짜의 id여야 합니다." in text for text in found)


def test_a_day_the_calendar_does_not_reach_is_counted_and_that_is_said() -> None:
    service, answers = catalogue.get(walking.CLOSURE), {**affairs.CLOSURE, "closed_on": "2019-09-13"}

    (told,) = deadlines.told(service, answers, calendar(), filed_on=date(2026, 11, 23))

    assert told.late and "2019년 10월 14일(월)까지예요." in told.sentence
    assert told.sentence.endswith("토요일과 일요일만 쉬는 날로 셌어요.")
