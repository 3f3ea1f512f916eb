"""개인정보 요구 at the desk: who may, what waits first, what is refused beside its field, what leaves logged."""

from datetime import timedelta
from uuid import uuid4

import pytest

from eok.core import clock
from eok.privacy.models import DisclosureRequest
from eok.trail.models import Reading
from tests import affairs
from tests.conftest import WORKDAY
from tests.desk import rooms
from tests.privacy import demanding

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def address(row: DisclosureRequest, name: str = "") -> str:
    return f"/desk/privacy/{row.pk}/{name}"


@pytest.mark.parametrize("path", ["/desk/privacy/", "/desk/reading-review/", "/desk/reading-review/2026-11/"])
def test_who_has_not_the_role_is_told_so(path: str) -> None:
    page = rooms.desk(rooms.clerk()).get(path)

    assert page.status_code == 403
    assert "개인정보 담당" in rooms.text(page)


def test_the_list_masks_and_marks_what_is_late() -> None:
    row = demanding.demanded()
    client = rooms.desk(demanding.keeper())

    assert "김○늘" in rooms.text(client.get("/desk/privacy/"))
    with clock.freeze(WORKDAY + timedelta(days=12)):
        late = rooms.text(rooms.desk(demanding.keeper()).get("/desk/privacy/"))
    assert "기한이 지난 요구가 1건" in late and "기한 2일 지남" in late and row.request_no in late
    assert "김하늘" not in client.get("/desk/privacy/?as=csv").content.decode()


def test_the_page_counts_the_days_in_the_open() -> None:
    row = demanding.demanded()

    shown = rooms.text(rooms.desk(demanding.keeper()).get(address(row)))

    assert "12월 3일" in shown and "행정기본법" in shown and "요구한 사람 김○늘" in shown
    assert Reading.objects.filter(subject=f"disclosure:{row.pk}").count() == 1


def test_it_is_answered_and_the_document_needs_a_purpose() -> None:
    row, client = demanding.demanded(), rooms.desk(demanding.keeper())

    client.post(address(row), {"do": "answer", "scope": list(demanding.ALL)})
    asked = client.get(address(row, "answer.pdf"))
    client.post(f"/desk/unmask/demand/{row.pk}/", {"purpose": "answer"})

    assert asked["Location"].startswith(f"/desk/unmask/demand/{row.pk}/")
    assert client.get(address(row, "answer.pdf")).content.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"do": "refuse", "reason": "안 돼요"}, "법이 정한 까닭"),
        ({"do": "refuse", "ground": "others"}, "까닭을 민원인이 읽을 수 있게"),
        ({"do": "answer", "scope": ["items"]}, "법이 정한 까닭"),
        ({"do": "answer", "scope": ["nothing"]}, "법이 정한 까닭"),
        ({"do": "postpone", "reason": "늦어요", "until.year": "x"}, "날짜를 읽을 수 없습니다"),
        ({"do": "postpone", "until.year": "2026", "until.month": "12", "until.day": "20"}, "연기하는 까닭"),
        ({"do": "refuse", "ground": "others", "reason": "가" * 2001}, "너무 길어요"),
    ],
)
def test_what_cannot_be_kept_is_said_beside_it(given: dict[str, object], told: str) -> None:
    row, client = demanding.demanded(), rooms.desk(demanding.keeper())

    page = client.post(address(row), given)

    assert page.status_code == 422
    assert told in rooms.text(page)
    assert str(given.get("reason", "")) in page.content.decode()
    row.refresh_from_db()
    assert row.state == "received"


def test_one_that_is_not_there_is_not_found() -> None:
    assert rooms.desk(demanding.keeper()).get(f"/desk/privacy/{uuid4()}/").status_code == 404


def test_the_words_under_the_name_are_shown_to_who_has_the_role() -> None:
    assert "/desk/privacy/" in rooms.desk(demanding.keeper()).get("/desk/").content.decode()
    assert "/desk/privacy/" not in rooms.desk(rooms.clerk()).get("/desk/").content.decode()


def test_answered_twice_is_a_conflict() -> None:
    row, client = demanding.demanded(affairs.person()), rooms.desk(demanding.keeper())
    sent = {"do": "answer", "scope": list(demanding.ALL)}

    assert client.post(address(row), sent).status_code == 302
    assert client.post(address(row), sent).status_code == 409
