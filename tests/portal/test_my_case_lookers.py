"""누가 내 정보를 봤나: the officer by unit, name and rank, the time, the purpose (민원처리법 시행령 §31)."""

import pytest

from eok.accounts.models import Officer
from eok.casework.models import Case
from eok.trail.actions.record_reading import record_reading
from tests.desk import rooms
from tests.portal.walking import signed_in, text

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def shown_to_owner(case: Case) -> str:
    client, _ = signed_in(case.application.person)
    return text(client.get(f"/my/cases/{case.pk}/readings/"))


def test_an_officer_who_opened_the_case_is_named() -> None:
    officer, case = rooms.clerk(), rooms.accepted()
    rooms.desk(officer).get(rooms.page(case))
    Officer.objects.update(active=False)  # a record also names who has left

    page = shown_to_owner(case)

    assert "<td>11월 23일(월) 14시</td><td>일자리경제과 박지훈 주무관</td><td>사건 열람</td>" in page


def test_a_list_that_was_opened_is_not_among_them() -> None:
    officer, case = rooms.clerk(), rooms.accepted()
    rooms.desk(officer).get("/desk/")

    assert "아직 아무도 열어 보지 않았어요" in shown_to_owner(case)


@pytest.mark.parametrize(
    ("kind", "reader", "told"), [("system", "worker", "자동"), ("officer", "999999", "공무원")]
)
def test_whoever_has_no_name_is_told_by_kind(kind: str, reader: str, told: str) -> None:
    case = rooms.accepted()
    record_reading(reader_kind=kind, reader=reader, subject=f"case:{case.pk}", purpose="점검")

    assert f"<td>{told}</td><td>점검</td>" in shown_to_owner(case)
