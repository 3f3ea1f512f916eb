"""A decision follows what is in force when it is made, keeps it, and says what changed (행정기본법 §14②)."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from eok.accounts.models import Officer
from eok.accounts.roles import Role
from eok.casework import in_force, letters, queries
from eok.casework.actions.decide import grant, refuse
from eok.casework.actions.propose import Opinion, propose
from eok.casework.models import Case
from eok.catalogue.actions.pin import version_of
from eok.core import clock
from eok.core.payloads import Spelling
from eok.offices.calendar import calendar
from eok.rules.version import VERSION
from tests import affairs
from tests.catalogue.changing import changing, file_of
from tests.desk import rooms

__all__ = ["changing"]

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]

TUESDAY = datetime.fromisoformat("2026-11-24T10:00:00+09:00")
NEW_REASON = """      refusal_reasons:
        - {id: new-reason, text: 새 법의 까닭입니다., source: {grade: 미확인}}
"""
TOLD = "신청한 뒤 준비할 것, 처리 기간, 거부할 수 있는 까닭이 바뀌었어요: 결정은 오늘의 기준으로 해요."


@pytest.fixture
def case(changing: Path) -> Case:
    """Filed and accepted on Monday; on Tuesday the law of its affair changes."""
    file = file_of(changing)
    text = file.read_text(encoding="utf-8").replace("from: 2027-01-01", "from: 2026-11-24")
    file.write_text(text + NEW_REASON, encoding="utf-8")
    return accepted()


@pytest.fixture
def tuesday(case: Case) -> Iterator[datetime]:
    with clock.freeze(TUESDAY):
        yield TUESDAY


def accepted() -> Case:
    found = affairs.mail_order(affairs.person())
    affairs.work()
    return Case.objects.get(pk=found.pk)


def proposed(case: Case, outcome: str, opinion: Opinion) -> Officer:
    """Reviewed and sent up; returns who decides."""
    clerk, lead = affairs.officer("economy"), affairs.officer("economy", Role.OFFICER, Role.TEAM_LEAD)
    affairs.review_all(case, clerk)
    propose(case_id=case.pk, outcome=outcome, opinion=opinion, by=clerk)
    return lead


def decided(case: Case, verb: str) -> dict[str, Any]:
    """What the decision's event says it was made under."""
    found = queries.last_event(case, verb)
    assert found is not None
    under = found.details["in_force"]
    assert isinstance(under, dict)
    return under


def test_a_case_keeps_the_rules_it_was_filed_under() -> None:
    assert accepted().rules_version == VERSION


def test_nothing_is_said_while_nothing_changed() -> None:
    case = accepted()

    assert in_force.sentence(case) == ""


def test_what_changed_is_said_where_it_is_decided(case: Case, tuesday: datetime) -> None:
    lead = proposed(case, "grant", Opinion("요건을 갖추었습니다."))

    page = rooms.text(rooms.desk(lead).get(rooms.page(case, "decide/")))

    assert TOLD in page and "행정기본법 제14조제2항" in page


def test_other_rules_and_another_calendar_are_said_too(monkeypatch: pytest.MonkeyPatch) -> None:
    case = accepted()
    monkeypatch.setattr(in_force, "VERSION", VERSION + 1)
    case.calendar_version = "another"

    assert in_force.changed(case) == (in_force.RULES, in_force.CALENDAR)


def test_a_case_of_before_the_pin_says_nothing_of_rules() -> None:
    case = accepted()
    case.rules_version = None

    assert in_force.changed(case) == ()


def test_the_decision_keeps_what_it_was_made_under(case: Case, tuesday: datetime) -> None:
    lead = proposed(case, "grant", Opinion(""))

    grant(case_id=case.pk, opinion=Opinion(""), by=lead)

    under = decided(case, "grant")
    assert (under["rules"], under["calendar"]) == (VERSION, calendar().version)
    assert under["service"] != case.application.version.digest
    assert version_of(case.service_id, under["service"]).processing_period.value == 2


def test_a_refusal_rests_on_the_reasons_of_the_day_for_ever(case: Case, tuesday: datetime) -> None:
    opinion = Opinion("새 법에 맞지 않아요.", ("new-reason",))
    lead = proposed(case, "refuse", opinion)

    page = rooms.text(rooms.desk(lead).get(rooms.page(case, "decide/") + "?verb=refuse"))
    refuse(case_id=case.pk, opinion=opinion, by=lead)

    assert "새 법의 까닭입니다." in page and "이미 신고된 사업자입니다" not in page
    assert any("새 법의 까닭입니다." in reason for reason in letters.letter(case).reasons)


def test_a_decision_of_before_the_pin_is_read_as_filed(monkeypatch: pytest.MonkeyPatch) -> None:
    case = accepted()
    opinion = Opinion("이미 신고한 번호예요.", ("already-registered",))
    lead = proposed(case, "refuse", opinion)
    with monkeypatch.context() as earlier:
        earlier.setattr("eok.casework.event_details.SPELLINGS", {"refuse": Spelling()})
        earlier.setattr(in_force, "pinned", lambda _: None)
        refuse(case_id=case.pk, opinion=opinion, by=lead)

    assert decided(case, "refuse") == {}
    assert any("이미 신고된 사업자" in reason for reason in letters.letter(case).reasons)
