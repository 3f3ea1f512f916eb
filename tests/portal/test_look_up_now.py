"""지금 확인하기: the resident sees what the source says while it can still be mended; an outage leads to the upload."""

from typing import Any

import pytest
from pytest_django import Settings

from eok.applications.models import Draft, RecordLookUp
from eok.casework import reviews
from eok.casework.models import Case
from eok.trail.models import Reading
from tests import affairs
from tests.portal import walking
from tests.simulators.fixtures import _records_process, records  # noqa: F401
from tests.simulators.process import SECRET, Running

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

LOOK = {"mode-business-registration": "look_up", "look": "business-registration"}


@pytest.fixture(autouse=True)
def connected(records: Running, settings: Settings) -> None:  # noqa: F811
    settings.EOK_SHARED_RECORDS = "eok.linkage.adapters.http_shared_records.Records"
    settings.EOK_SHARED_RECORDS_URL, settings.EOK_SHARED_RECORDS_SECRET = records.url, SECRET


def pressed(client: Any, draft: Draft, **more: str) -> str:
    response = client.post(f"/drafts/{draft.pk}/papers/", {**LOOK, **more}, follow=True)
    return " ".join(walking.text(response).split())


def begun(business_no: str = "999-01-00008", **business: str) -> tuple[Any, Draft]:
    client, _ = walking.signed_in()
    return client, walking.filled(client, business={"business_no": business_no, **business})


def test_what_agrees_is_said_with_source_and_number() -> None:
    client, draft = begun(**{"address.detail": "3층 301호"})

    page = pressed(client, draft)

    assert "확인했어요. 적은 것과 같아요." in page
    assert "국세청(시험용)" in page and "조회번호 L00000001" in page
    assert "지금 확인하기" not in page


def test_what_differs_is_named_and_never_shown() -> None:
    client, draft = begun("999-01-00013")

    page = pressed(client, draft)

    assert "다른 것: 상호, 대표자 성명, 사업장 소재지" in page
    assert "푸른책방" not in page and "홍길동" not in page
    review = walking.text(client.get(f"/drafts/{draft.pk}/review/"))
    assert "적은 것과 다른 것이 있어요. (상호, 대표자 성명, 사업장 소재지)" in review


def test_a_number_nobody_has_is_said() -> None:
    client, draft = begun("123-45-67891")

    assert "그런 기록이 없대요." in pressed(client, draft)


def test_an_outage_leads_to_the_upload_and_no_further(records: Running) -> None:  # noqa: F811
    client, draft = begun()
    records.control(mode="busy")

    page = pressed(client, draft)

    assert "지금은 확인할 수 없어요." in page and "서류를 직접 올리면 기다리지 않아요." in page
    assert RecordLookUp.objects.get().state == "outage"


def test_without_consent_nothing_is_asked() -> None:
    client, draft = begun()

    page = pressed(client, draft, **{"mode-business-registration": "upload"})

    assert "동의하지 않아 확인하지 않았습니다." in page
    assert not RecordLookUp.objects.exists()


def test_other_people_s_records_are_not_tried_out() -> None:
    client, draft = begun("999-01-00013")
    for _ in range(5):
        pressed(client, draft)

    assert "5번까지 확인할 수 있습니다." in pressed(client, draft)
    assert RecordLookUp.objects.count() == 5


def test_what_was_seen_before_the_filing_is_not_asked_again() -> None:
    client, person = walking.signed_in()
    draft = walking.filled(client, business={"business_no": "999-01-00008", "address.detail": "3층 301호"})
    pressed(client, draft)
    client.post(f"/drafts/{draft.pk}/papers/", {**LOOK, "look": "", "do": "next"})
    walking.signed(client, draft, person)
    client.post(f"/drafts/{draft.pk}/submit/", {"do": "file"})

    affairs.work()

    case = Case.objects.get()
    checked = {row.item.id: row for row in reviews.review_list(case)}["business-registration"]
    assert (RecordLookUp.objects.count(), checked.result) == (1, "ok")
    assert "조회번호 L00000001" in checked.note
    assert Reading.objects.filter(act="look_up").values_list("reader_kind", "subject").get() == (
        "resident", f"person:{person.pk}",
    )  # fmt: skip
