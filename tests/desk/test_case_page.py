"""One case on one page: what was filed beside what to do, and every open of it in the read log."""

import pytest

from eok.casework.actions.review import note_result
from eok.trail.models import Reading
from tests import affairs
from tests.desk import rooms

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def test_the_first_open_check_leads_what_to_do_now() -> None:
    officer = rooms.clerk()
    case = rooms.accepted()

    shown = rooms.text(rooms.desk(officer).get(rooms.page(case)))

    assert "지금 할 일" in shown
    assert (
        shown.index("지금 할 일") < shown.index("사업자등록증명과 같나요? 확인이") < shown.index("확인한 것")
    )


def test_every_closed_action_says_why() -> None:
    officer = rooms.clerk()
    case = rooms.accepted()

    shown = rooms.text(rooms.desk(officer).get(rooms.page(case)))

    assert "위임전결에 따라 팀장이 결재해요" in shown
    assert "민원처리법 시행령 제21조제1항" in shown
    assert "확인하지 않은 것이" in shown


def test_the_name_is_hidden_and_the_reading_is_logged() -> None:
    officer = rooms.clerk()
    case = rooms.accepted()
    client = rooms.desk(officer)

    shown = rooms.text(client.get(rooms.page(case)))

    assert "신고인 김○늘" in shown
    assert Reading.objects.filter(subject=f"case:{case.pk}", reader=str(officer.pk)).count() == 1


def test_settled_checks_make_the_decision_the_next_step() -> None:
    officer = rooms.clerk()
    case = rooms.accepted()
    affairs.review_all(case, officer)

    shown = rooms.text(rooms.desk(officer).get(rooms.page(case)))

    assert "확인이 끝났어요. 결재를 올려 주세요." in shown


def test_a_wrong_check_leads_to_a_demand() -> None:
    officer = rooms.clerk()
    case = rooms.accepted()
    affairs.review_all(case, officer)
    note_result(
        case_id=case.pk, item_id="business-registration", result="not_ok", note="상호가 달라요.", by=officer
    )

    response = rooms.desk(officer).get(rooms.page(case))

    assert "다름으로 적은 것이 있어요" in rooms.text(response)
    assert f'href="{rooms.page(case, "supplement/")}?verb=request_supplement"' in response.content.decode()


def test_the_form_as_filed_is_a_pdf() -> None:
    officer = rooms.clerk()
    case = rooms.accepted()

    response = rooms.unmasked(officer, case).get(rooms.page(case, "form.pdf"))

    assert response.content.startswith(b"%PDF")
    assert response["Cache-Control"] == "no-store"
