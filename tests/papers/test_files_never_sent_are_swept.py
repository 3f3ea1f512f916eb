"""A file that was put up and never sent goes after its days; what something points at stays."""

from datetime import timedelta

import pytest

from eok.applications.actions.attach import attach
from eok.catalogue import queries as catalogue
from eok.core import clock, outbox
from eok.papers import vault
from eok.papers.actions.store import store_own
from eok.papers.actions.sweep import SWEEP_JOB, SWEEP_SECONDS, pointed_at_by_nothing, sweep
from eok.papers.models import Upload
from tests import affairs

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def stored(owner: str = "person:1") -> Upload:
    return store_own(name="a.pdf", content=affairs.PDF, owner=owner)


def test_it_stays_thirty_days_and_goes_with_its_bytes() -> None:
    upload = stored()

    with clock.freeze(clock.now() + timedelta(days=30)):
        sweep({})
    assert vault.path_of(upload.pk).exists() and Upload.objects.filter(pk=upload.pk).exists()

    with clock.freeze(clock.now() + timedelta(days=30, seconds=1)):
        sweep({})
    assert not vault.path_of(upload.pk).exists() and not Upload.objects.exists()


def test_the_file_of_a_draft_is_left_to_the_draft() -> None:
    person = affairs.person()
    draft = affairs.draft("food-business-closure", affairs.CLOSURE, person)
    upload = stored(f"person:{person.pk}")
    attach(draft_id=draft.pk, paper=catalogue.get(draft.service_id).papers[0], upload=upload, by=person)

    with clock.freeze(clock.now() + timedelta(days=400)):
        sweep({})

    assert list(Upload.objects.all()) == [upload]


def test_what_was_filed_and_what_was_issued_stays() -> None:
    affairs.completed_mail_order()
    affairs.filed("mail-order-report", affairs.MAIL_ORDER, affairs.person(), look_up=False)
    kept = set(Upload.objects.values_list("pk", flat=True))
    lost = stored()

    assert list(pointed_at_by_nothing()) == [lost]
    with clock.freeze(clock.now() + timedelta(days=4000)):
        sweep({})

    assert len(kept) == 2
    assert set(Upload.objects.values_list("pk", flat=True)) == kept


def test_the_worker_does_it_by_itself() -> None:
    assert outbox.schedules()[SWEEP_JOB] == SWEEP_SECONDS
    assert SWEEP_JOB in outbox.handlers()
