"""A paper once given can be given again by choice: one's own, still young enough, under a key of its own."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings

from eok.accounts.models import Person
from eok.applications.models import ApplicationPaper, DraftPaper
from eok.core import clock
from eok.papers import queries as papers_kept
from tests import affairs
from tests.catalogue import changing
from tests.portal import walking
from tests.portal.paper_drafts import papers, prepaid

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

PAPER = "safety-certificate"
ANSWERS = {"prepaid": True, "safety_service": "escrow", "escrow_through": "direct"}
LIMITED = "    because: 물건값을 먼저 받는다고 답해서 필요해요.\n"
THREE_MONTHS = f"    valid_for: {{value: 3, unit: months, source: {{grade: 미확인}}}}\n{LIMITED}"


def given(person: Person) -> ApplicationPaper:
    case = affairs.mail_order(person, **ANSWERS)
    return ApplicationPaper.objects.get(application=case.application, paper_id=PAPER)


def test_it_is_offered_with_its_name_day_and_case_and_taken_over_by_one_press() -> None:
    client, person = walking.signed_in()
    before = given(person)
    draft = prepaid(client)

    page = walking.text(client.get(papers(draft)))
    client.post(papers(draft), {f"mode-{PAPER}": "upload", "again": f"{PAPER}:{before.upload_id}"})

    row = DraftPaper.objects.get(draft=draft)
    number = before.application.application_no
    assert "전에 낸 것 다시 쓰기" in page and f"2026년 11월 23일 통신판매업 신고 {number}" in page
    assert papers_kept.content(row.upload) == papers_kept.content(before.upload)
    assert row.upload_id != before.upload_id
    assert bytes(row.upload.wrapped_key) != bytes(before.upload.wrapped_key)
    assert "전에 낸 것 다시 쓰기" not in walking.text(client.get(papers(draft)))


def test_nobody_elses_paper_is_offered_or_taken() -> None:
    client, _ = walking.signed_in()
    theirs = given(affairs.person("이바다"))
    draft = prepaid(client)

    page = walking.text(client.get(papers(draft)))
    refused = client.post(papers(draft), {"again": f"{PAPER}:{theirs.upload_id}"})

    assert "전에 낸 것 다시 쓰기" not in page
    assert refused.status_code == 404 and "그 서류는 다시 쓸 수 없습니다" in walking.text(refused)
    assert not DraftPaper.objects.exists()


@pytest.mark.parametrize(("days", "offered"), [(92, True), (93, False)])
def test_one_that_can_no_longer_count_is_not_offered(
    tmp_path: Path, settings: LazySettings, days: int, offered: bool
) -> None:
    """Given on 2026-11-23; three months end on 2027-02-23 (민법 §157, §160)."""
    settings.EOK_DATA_DIR = changing.folder(tmp_path, "")
    file = changing.file_of(settings.EOK_DATA_DIR)
    file.write_text(file.read_text(encoding="utf-8").replace(LIMITED, THREE_MONTHS), encoding="utf-8")
    client, person = walking.signed_in()
    given(person)

    with clock.freeze(clock.now() + timedelta(days=days)):
        walking.come_in(client, person)
        page = walking.text(client.get(papers(prepaid(client))))

    assert ("전에 낸 것 다시 쓰기" in page) is offered
