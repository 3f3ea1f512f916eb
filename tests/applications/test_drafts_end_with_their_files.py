"""A draft that ends takes its files along; what was filed stays."""

from datetime import timedelta

import pytest

from eok.accounts.models import Person
from eok.applications.actions.attach import attach, detach
from eok.applications.actions.discard import discard, discard_expired
from eok.applications.models import Draft, DraftPaper
from eok.catalogue import queries as catalogue
from eok.core import clock
from eok.papers import vault
from eok.papers.actions.store import store_own
from eok.papers.models import Upload
from tests import affairs

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def with_file(person: Person) -> tuple[Draft, Upload]:
    draft = affairs.draft("food-business-closure", affairs.CLOSURE, person)
    upload = store_own(name="a.pdf", content=affairs.PDF, owner=f"person:{person.pk}")
    attach(draft_id=draft.pk, paper=catalogue.get(draft.service_id).papers[0], upload=upload, by=person)
    return draft, upload


def is_gone(upload: Upload) -> bool:
    return not Upload.objects.filter(pk=upload.pk).exists() and not vault.path_of(upload.pk).exists()


def test_a_discarded_draft_takes_its_files_along() -> None:
    person = affairs.person()
    draft, upload = with_file(person)

    discard(draft_id=draft.pk, by=person)

    assert is_gone(upload)


def test_a_removed_file_is_gone() -> None:
    person = affairs.person()
    draft, upload = with_file(person)

    detach(draft_id=draft.pk, upload_id=upload.pk, by=person)

    assert is_gone(upload)
    assert not DraftPaper.objects.exists()


def test_a_draft_whose_day_has_passed_is_dropped_and_others_stay() -> None:
    person = affairs.person()
    draft, upload = with_file(person)

    discard_expired({})
    assert Draft.objects.filter(pk=draft.pk).exists()

    with clock.freeze(clock.now() + timedelta(days=31)):
        discard_expired({})
    assert not Draft.objects.exists()
    assert is_gone(upload)


def test_what_was_filed_stays_and_what_was_not_needed_goes() -> None:
    person = affairs.person()

    case = affairs.mail_order(person, prepaid=True, safety_service="escrow", escrow_through="direct")

    from eok.applications import queries

    filed = [row.upload for row in queries.filed_papers(case.application)]
    assert len(filed) == 1
    assert vault.path_of(filed[0].pk).exists()
    assert Upload.objects.count() == 1
