"""Bad files in answer to a demand: said at the paper, 422, what else was given stays, nothing of it is kept."""

import pytest

from eok.casework import supplements
from eok.papers.models import Upload
from tests.portal import walking
from tests.portal.paper_drafts import BAD
from tests.portal.supplement_cases import FILE, NAME, PAPER, asked, pdf, url

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]


@pytest.mark.parametrize(("name", "content", "sentence"), BAD)
def test_it_is_said_at_the_paper_and_the_rest_stays(name: str, content: bytes, sentence: str) -> None:
    client, person = walking.signed_in()
    case, before = asked(person, NAME, PAPER), Upload.objects.count()
    given = {"trade_name": "푸른상점", "note": "고쳤어요.", FILE: [pdf(name, content)], "do": "send"}

    response = client.post(url(case), given)

    page = walking.text(response)
    error = page.split('id="error-business-registration"')[1].split("</p>")[0]
    assert response.status_code == 422 and name in error and sentence in error
    assert 'value="푸른상점"' in page and "고쳤어요.</textarea>" in page
    assert Upload.objects.count() == before and supplements.waiting(case.pk) is not None


def test_the_twenty_first_file_is_refused_and_the_twenty_stay() -> None:
    client, person = walking.signed_in()
    case = asked(person, PAPER)
    before = set(Upload.objects.values_list("pk", flat=True))
    twenty = client.post(url(case), {FILE: [pdf(f"{n}.pdf") for n in range(20)], "do": "stay"})
    kept = [str(pk) for pk in Upload.objects.exclude(pk__in=before).values_list("pk", flat=True)]

    response = client.post(
        url(case), {"kept-business-registration": kept, FILE: [pdf("스물하나.pdf")], "do": "send"}
    )

    page = walking.text(response)
    assert twenty.status_code == 200 and response.status_code == 422
    assert "스물하나.pdf: 파일은 20개까지 올릴 수 있습니다." in page and "19.pdf" in page
    assert Upload.objects.count() == len(before) + 20 and supplements.waiting(case.pk) is not None
