"""What the recipes need to run an errand: somebody who files, and a case of theirs, made by the house's own actions."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from eok.accounts.actions.welcome import welcome
from eok.accounts.models import Person, Signature
from eok.applications import filing
from eok.applications.actions.file import file
from eok.applications.actions.start import start_draft
from eok.casework.models import Case
from eok.catalogue import queries as catalogue
from eok.core import clock
from eok.core.keys import keyring
from eok.linkage.ports import Identity


def resident() -> Person:
    """Somebody whose identity was confirmed."""
    return welcome(
        Identity(
            subject="errand",
            name="홍길동",
            birth_date=date(1985, 4, 12),
            phone="010-0000-0001",
            ci="",
            authenticated_at=clock.now(),
            assertion="",
            assertion_key="",
        )
    )


def filed(service_id: str, answers: Mapping[str, Any], by: Person) -> Case:
    """The case that opens when the person files."""
    draft = start_draft(service=catalogue.get(service_id), answers=dict(answers), by=by)
    ready = filing.prepare(draft, today=clock.seoul_now().date())
    application = file(draft_id=draft.pk, signature=_signed(by, ready.digest), by=by)
    return Case.objects.get(application=application)


def _signed(person: Person, digest: str) -> Signature:
    return Signature.objects.create(
        person=person,
        purpose="filing",
        digest=digest,
        wrapped_key=keyring().new_data_key(),
        assertion=b"",
        authenticated_at=clock.now(),
        created_at=clock.now(),
    )
