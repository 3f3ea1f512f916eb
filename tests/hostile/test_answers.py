"""What is typed into a page of questions, in every wrong way, judged without the web around it: an answer or a sentence.

The same words go through whole requests in `test_forms.py`; here so many can be tried as no web takes in the time.
"""

import json
import re

import pytest
from hypothesis import given

from eok.catalogue import queries as catalogue
from eok.catalogue.schema import Page, Service
from eok.core import clock
from eok.forms import pages
from eok.forms.typed import Posted
from tests.hostile.test_forms import inputs, pages_of_questions, trying
from tests.hostile.typed import answers

SENTENCE = re.compile(r"[가-힣].*[요다]\.", re.DOTALL)
"""Beside it an example may stand."""


@pytest.mark.parametrize(("service_id", "page_id"), list(pages_of_questions()))
def test_what_is_typed_is_an_answer_or_is_told(service_id: str, page_id: str) -> None:
    service, today = catalogue.get(service_id), clock.seoul_now().date()
    page = next(one for one in service.form.pages if one.id == page_id)

    @trying(1)
    @given(answers(inputs(page)), answers(inputs(page)))
    def tried(first: dict[str, list[str]], second: dict[str, list[str]]) -> None:
        before = pages.validate_page(service, page, Posted(first), {}, today=today)
        judged = pages.validate_page(service, page, Posted(second), before.answers, today=today)

        stored = {**before.answers, **judged.answers}
        assert set(stored) <= {question.id for question in page.questions}
        assert all(SENTENCE.search(told) for told in judged.problems.values()), judged.problems
        assert_the_same_tomorrow(service, page, stored)

    def assert_the_same_tomorrow(service: Service, page: Page, stored: dict[str, object]) -> None:
        """Kept in the draft and looked at again, it is judged alike."""
        kept = json.loads(json.dumps(stored, ensure_ascii=False))
        assert pages.problems_of(service, page, kept, today=today) == pages.problems_of(
            service, page, stored, today=today
        )

    tried()
