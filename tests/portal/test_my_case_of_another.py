"""Another person's case reads as none at every address, nothing of it can be changed, and that somebody asked is noted."""

import logging

import pytest

from eok.casework.models import Case, CaseEvent
from eok.papers.models import Upload
from tests.portal import walking
from tests.portal.supplement_cases import NAME, asked

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]

GET = [
    "", "form.pdf", "receipt.pdf", "decision.pdf", "certificate.pdf", "certificate-print.pdf", "withdraw/",
    "more-time/", "supplement/", "readings/", "papers/{upload}/",
]  # fmt: skip
POST = ["withdraw/", "more-time/", "supplement/"]


@pytest.mark.parametrize(
    ("method", "place"), [*(("GET", place) for place in GET), *(("POST", place) for place in POST)]
)
def test_it_can_be_neither_seen_nor_changed(
    method: str, place: str, caplog: pytest.LogCaptureFixture
) -> None:
    _, other = walking.signed_in()
    case, events = asked(other, NAME), CaseEvent.objects.count()
    client, me = walking.signed_in()
    path = f"/my/cases/{case.pk}/{place.format(upload=Upload.objects.values_list('pk', flat=True)[0])}"

    with caplog.at_level(logging.WARNING, logger="eok.access"):
        response = client.generic(method, path)

    page = walking.text(response)
    assert response.status_code == 404
    assert "그런 민원을 찾을 수 없습니다" in page and "하늘상점" not in page
    assert f"person {me.pk} asked for case {case.pk} of another" in caplog.text
    assert CaseEvent.objects.count() == events and Case.objects.get().state == "supplement"


def test_a_number_nobody_has_reads_the_same_and_is_no_alarm(caplog: pytest.LogCaptureFixture) -> None:
    client, _ = walking.signed_in()

    response = client.get("/my/cases/00000000-0000-4000-8000-000000000000/")

    assert response.status_code == 404 and "그런 민원을 찾을 수 없습니다" in walking.text(response)
    assert "of another" not in caplog.text
