"""한꺼번에 닫기: one set of answers, one filing each; each can be taken back alone, the tax office's part goes once."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from eok.accounts.models import Person
from eok.applications import drafts
from eok.applications.models import Draft
from eok.casework.models import Case
from eok.licences.actions.open import Entry, open_licence
from eok.licences.models import Licence, Sanction
from eok.licences.record import Who
from eok.licences.sanctions import SanctionKind
from tests import affairs
from tests.desk import rooms
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

URL = "/my/closing/"
ANSWERS = {
    "closed_on.year": "2026", "closed_on.month": "11", "closed_on.day": "30", "reason": "lease-ended",
    "certificate": "have", "tax": "yes", "business_no": "999-01-00027",
}  # fmt: skip
PLACE = "서울특별시 서초구 시범로 40, 1층"


def entry(name: str, *, holder: str = "김하늘", born: str = "1985년 4월 12일", place: str = PLACE) -> Licence:
    columns = {"name": name, "holder": holder, "birth_date": born, "kind": "일반음식점", "premises": place}
    who = Who("import", "x", "import:test", "식품위생법 §37④")
    return open_licence(
        Entry("food-business", date(2020, 1, 2), columns, who), number_pattern="제{year}-{serial:07d}호"
    )


def owner() -> tuple[Client, Person]:
    return walking.signed_in()


def begun(client: Client, *chosen: Licence, **more: str) -> Any:
    return client.post(URL, {**ANSWERS, **more, "licence": [str(one.pk) for one in chosen]})


def shown(client: Client) -> str:
    return rooms.text(client.get(URL))


def answers(licence: Licence) -> dict[str, Any]:
    found = [drafts.read(draft).answers for draft in Draft.objects.all()]
    return dict(next(one for one in found if one.get("licence_no") == licence.licence_no))


def test_one_set_of_answers_makes_a_draft_for_each() -> None:
    client, _ = owner()
    noodles, soup = entry("하늘국수"), entry("하늘국밥")

    response = begun(client, noodles, soup)

    assert response["Location"] == URL
    first, second = answers(noodles), answers(soup)
    assert first["business_name"] == "하늘국수" and second["business_name"] == "하늘국밥"
    for one in (first, second):
        assert one["business_type"] == "general-restaurant" and one["closed_on"] == "2026-11-30"
        assert one["address"]["road"] == "서울특별시 서초구 시범로 40" and one["owner_name"] == "김하늘"
    assert (first["vat_closure"], second["vat_closure"]) == (True, False)
    assert "2건 가운데 0건을 냈어요" in shown(client)


def test_what_was_answered_once_is_not_asked_again() -> None:
    client, _ = owner()
    begun(client, entry("하늘국수"), certificate="have", tax="no")
    draft = Draft.objects.get()

    onward = client.get(f"/drafts/{draft.pk}/")

    assert onward["Location"] == f"/drafts/{draft.pk}/papers/"


def test_each_is_filed_and_taken_back_alone() -> None:
    client, person = owner()
    noodles, soup = entry("하늘국수"), entry("하늘국밥")
    begun(client, noodles, soup, certificate="have", tax="no")
    first, second = Draft.objects.order_by("saved_at")
    affairs.attached(first)
    client.post(f"/drafts/{first.pk}/papers/", {"do": "next"})
    walking.signed(client, first, person)
    client.post(f"/drafts/{first.pk}/submit/", {"do": "file"})
    filed = shown(client)

    client.post(f"{URL}{second.pk}/drop/")
    client.post(f"/my/cases/{Case.objects.get().pk}/withdraw/", {"reason": ""})

    assert "2건 가운데 1건을 냈어요" in filed and "이어서 내기" in filed and "진행 보기" in filed
    after = shown(client)
    assert not Draft.objects.exists() and Case.objects.get().state == "withdrawn"
    assert "닫을게요 : 식품 영업 대장" in after and "가운데" not in after


def test_somebody_of_the_same_name_sees_nothing() -> None:
    client, _ = owner()
    entry("남의국수", born="1970년 1월 1일")
    entry("모르는국수", born="")

    page = shown(client)

    assert "닫을 영업을 찾지 못했어요" in page
    assert "남의국수" not in page and "모르는국수" not in page


def test_another_person_s_licence_cannot_be_chosen() -> None:
    client, _ = owner()
    entry("하늘국수")
    other = entry("남의국수", holder="홍길동")

    response = begun(client, other)

    assert response.status_code == 422
    assert "닫을 영업을 하나도 고르지 않았습니다." in walking.text(response)
    assert not Draft.objects.exists()


def test_twice_pressed_is_begun_once() -> None:
    client, _ = owner()
    noodles = entry("하늘국수")

    begun(client, noodles)
    again = begun(client, noodles)

    assert (again.status_code, Draft.objects.count()) == (422, 1)


@pytest.mark.parametrize(
    ("name", "typed"),
    [("closed_on.day", "31"), ("closed_on.year", "1999"), ("reason", ""), ("certificate", "x"), ("tax", ""),
     ("business_no", "123")],
)  # fmt: skip
def test_what_is_wrong_stands_at_its_place(name: str, typed: str) -> None:
    client, _ = owner()
    noodles = entry("하늘국수")

    response = begun(client, noodles, **{name: typed})

    page = walking.text(response)
    field = name.partition(".")[0]
    assert response.status_code == 422 and f'id="{field}-error"' in page
    assert f'value="{noodles.pk}" checked' in page
    assert not Draft.objects.exists()


def test_while_business_is_stopped_by_order_it_cannot_be_closed() -> None:
    client, _ = owner()
    noodles = entry("하늘국수")
    _stop(noodles)

    page = shown(client)

    assert "영업정지 기간이라 폐업신고를 할 수 없어요." in page and "닫을게요" not in page


def test_the_tax_office_s_part_is_shown_with_the_filing() -> None:
    client, person = owner()
    licence = entry("하늘국수")
    affairs.filed(
        "food-business-closure",
        {
            **affairs.CLOSURE,
            "licence_no": licence.licence_no,
            "vat_closure": True,
            "business_no": "999-01-00027",
        },
        person,
    )
    affairs.work()

    assert "세무서 폐업신고: 손으로 보낼 것" in shown(client)


def _stop(licence: Licence) -> None:
    today = date(2026, 11, 23)
    Sanction.objects.create(
        licence=licence,
        sequence=9,
        kind=SanctionKind.SUSPENSION,
        from_on=today,
        to_on=today + timedelta(days=9),
    )
