"""From 신청하기 to 신청했어요 without scripts, through the pages alone."""

import pytest

from eok.applications.models import Application, Draft
from eok.casework.models import Case
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def test_a_report_goes_from_the_first_page_to_a_case() -> None:
    client, person = walking.signed_in()

    draft = walking.ready(client)
    review = client.get(f"/drafts/{draft.pk}/review/")
    unsigned = client.get(f"/drafts/{draft.pk}/submit/")
    walking.signed(client, draft, person)
    signed = client.get(f"/drafts/{draft.pk}/submit/")
    filed = client.post(f"/drafts/{draft.pk}/submit/", {"do": "file"})
    done = client.get(filed["Location"])

    application = Application.objects.get(person=person)
    assert "하늘상점" in walking.text(review)
    assert "서명하기" in walking.text(unsigned) and 'value="file"' not in walking.text(unsigned)
    assert 'value="file"' in walking.text(signed)
    assert application.application_no in walking.text(done)
    assert Case.objects.get(application=application).state == "filed"
    assert not Draft.objects.filter(pk=draft.pk).exists()
