"""공동이용 조회: what has to be looked up by hand, of one's departments or one's own cases, also as a file."""

import pytest

from eok.casework.models import Case
from tests import affairs
from tests.desk import rooms
from tests.desk.test_look_up_by_hand import SEEN

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def test_what_waits_is_listed_masked_until_it_is_noted() -> None:
    clerk, case = rooms.clerk(), rooms.accepted()
    client = rooms.desk(clerk)

    before = rooms.text(client.get("/desk/look-ups/"))
    client.post(rooms.page(case, "look-up/by-hand/"), SEEN)

    assert "공동이용 조회 1건" in before and "사업자등록증명" in before and "직접 볼 것" in before
    assert "김하늘" not in before
    assert "조회할 것이 없어요" in rooms.text(client.get("/desk/look-ups/"))


def test_mine_are_those_of_my_cases() -> None:
    clerk, case = rooms.clerk(), rooms.accepted()
    Case.objects.filter(pk=case.pk).update(officer=None)

    assert "조회할 것이 없어요" in rooms.text(rooms.desk(clerk).get("/desk/look-ups/?show=mine"))


def test_another_department_sees_nothing() -> None:
    rooms.accepted()

    page = rooms.desk(affairs.officer("sanitation")).get("/desk/look-ups/")

    assert "조회할 것이 없어요" in rooms.text(page)


def test_as_a_file() -> None:
    clerk, case = rooms.clerk(), rooms.accepted()

    file = rooms.desk(clerk).get("/desk/look-ups/?as=csv").content.decode("utf-8-sig")

    assert file.splitlines()[0].startswith("번호,민원사무,민원인,서류,상태")
    assert str(case.case_no) in file and "직접 볼 것" in file


def test_the_worklist_says_how_many() -> None:
    clerk = rooms.clerk()
    rooms.accepted()

    page = rooms.desk(clerk).get("/desk/").content.decode()

    assert 'href="/desk/look-ups/"' in page
