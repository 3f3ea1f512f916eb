"""Filing trusts an earlier look at the draft only as long as nothing moved since."""

from collections.abc import Callable

import pytest

from eok.accounts.models import Person
from eok.applications import filing
from eok.applications.actions.attach import attach
from eok.applications.actions.file import file
from eok.applications.actions.save import choose_mode, save_answers
from eok.applications.errors import DraftNotFoundError, IncompleteError, NotSignedError
from eok.applications.filing import Filing
from eok.applications.models import Application, Draft
from eok.catalogue import queries as catalogue
from eok.core import clock
from eok.papers.actions.store import store_own
from tests import affairs

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]
SERVICE = "mail-order-report"
ESCROW = {"prepaid": True, "safety_service": "escrow", "escrow_through": "direct"}


def ready(person: Person) -> Draft:
    """A draft with every paper, one of them a file."""
    draft = affairs.draft(SERVICE, {**affairs.MAIL_ORDER, **ESCROW}, person)
    for paper in catalogue.get(SERVICE).papers:
        if paper.look_up:
            choose_mode(draft_id=draft.pk, paper_id=paper.id, mode="look_up", by=person)
        else:
            add_file(draft, person, paper.id)
    return Draft.objects.get(pk=draft.pk)


def add_file(draft: Draft, person: Person, paper_id: str) -> None:
    (paper,) = (one for one in catalogue.get(SERVICE).papers if one.id == paper_id)
    upload = store_own(name="a.pdf", content=affairs.PDF, owner=f"person:{person.pk}")
    attach(draft_id=draft.pk, paper=paper, upload=upload, by=person)


def look(draft: Draft) -> Filing:
    return filing.prepare(draft, today=clock.seoul_now().date())


def test_nothing_moved_so_the_first_look_holds() -> None:
    person = affairs.person()
    draft = ready(person)
    seen = look(draft)

    assert filing.prepare(draft, today=clock.seoul_now().date(), seen=seen) is seen
    filed = file(draft_id=draft.pk, signature=affairs.sign(draft, person), by=person, seen=seen)
    assert filed.digest == seen.digest


def _another_name(draft: Draft, person: Person) -> None:
    save_answers(
        draft_id=draft.pk,
        answers={"trade_name": "구름상점"},
        revision=draft.revision,
        visited=None,
        by=person,
    )


def _another_file(draft: Draft, person: Person) -> None:
    add_file(draft, person, next(iter(look(draft).paper_ids)))


def _an_answer_less(draft: Draft, person: Person) -> None:
    save_answers(
        draft_id=draft.pk, answers={"trade_name": None}, revision=draft.revision, visited=None, by=person
    )


@pytest.mark.parametrize(
    ("move", "refused"),
    [(_another_name, NotSignedError), (_another_file, NotSignedError), (_an_answer_less, IncompleteError)],
)
def test_what_moved_between_look_and_lock_is_looked_at_anew(
    move: Callable[[Draft, Person], None], refused: type[Exception]
) -> None:
    person = affairs.person()
    draft = ready(person)
    seen, signature = look(draft), affairs.sign(draft, person)

    move(draft, person)

    with pytest.raises(refused):
        file(draft_id=draft.pk, signature=signature, by=person, seen=seen)
    assert not Application.objects.exists()
    assert Draft.objects.filter(pk=draft.pk).exists()


def test_a_second_press_finds_the_first_and_a_stranger_nothing() -> None:
    person, stranger = affairs.person(), affairs.person("이바다", "010-0000-0003")
    draft = ready(person)
    seen, signature = look(draft), affairs.sign(draft, person)
    first = file(draft_id=draft.pk, signature=signature, by=person, seen=seen)

    assert file(draft_id=draft.pk, signature=signature, by=person, seen=seen) == first
    with pytest.raises(DraftNotFoundError):
        file(draft_id=draft.pk, signature=signature, by=stranger, seen=seen)
