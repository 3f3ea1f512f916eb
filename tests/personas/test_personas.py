"""Each persona, written from the article alone, is asked, told and given what the article says; who must be refused is."""

from datetime import date

import pytest

from eok.catalogue import queries as catalogue
from tests.personas import runner
from tests.personas.runner import Persona

pytestmark = pytest.mark.django_db(databases="__all__")

TODAY = date(2026, 11, 23)
"""A Monday."""
PEOPLE = runner.personas()


@pytest.mark.parametrize("one", PEOPLE, ids=lambda one: f"{one.affair}/{one.id}")
def test_they_are_treated_as_the_article_says(one: Persona) -> None:
    service = catalogue.get(one.affair)

    filed = runner.file(service, one, TODAY)

    if one.refused:
        assert one.refused in filed.problems
        return
    assert filed.problems == {}
    assert set(one.answers) <= set(filed.answers), "a question they answer is not asked"
    assert runner.papers(service, filed) == (one.papers, one.looked_up)
    assert runner.late(service, filed, TODAY) == ({one.warned} if one.warned else set())
    assert one.checks <= runner.checks(service, filed)


@pytest.mark.parametrize("affair", sorted({one.affair for one in PEOPLE}))
def test_one_of_them_must_be_refused_and_three_are_not(affair: str) -> None:
    refused = [bool(one.refused) for one in PEOPLE if one.affair == affair]

    assert refused.count(True) >= 1
    assert refused.count(False) >= 3
