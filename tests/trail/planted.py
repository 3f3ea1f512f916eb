"""What somebody with the database in their hands may do to the record, written past every action of ours."""

from datetime import timedelta

from django.db.models import ForeignObjectRel

from eok.accounts.models import Person
from eok.casework import record
from eok.casework.actions import withdraw as withdrawing
from eok.casework.models import Case, CaseEvent
from eok.core import clock
from eok.trail import chain
from eok.trail.actions.seal import seal_new
from eok.trail.models import Leaf
from tests import affairs


def sealed_case() -> Case:
    """A case of several events, all of them sealed."""
    case = affairs.mail_order(affairs.person())
    affairs.work()
    withdraw(case)
    with clock.freeze(clock.now() + timedelta(minutes=5)):
        seal_new()
    return refreshed(case)


def withdraw(case: Case) -> None:
    person = Person.objects.get(pk=case.application.person_id)
    with clock.freeze(clock.now() + timedelta(minutes=2)):
        withdrawing.withdraw(case_id=case.pk, reason="", by=person)


def refreshed(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


def recompute(case: Case) -> None:
    """Make the chain of a case fit again after it was changed, and the case's head with it."""
    previous = chain.START
    events = list(CaseEvent.objects.filter(case=case).order_by("sequence"))
    for number, event in enumerate(events, 1):
        event.sequence, event.previous = number, previous
        event.digest = previous = chain.digest(str(case.pk), number, record.content(event), previous)
        event.save()
    Case.objects.filter(pk=case.pk).update(head=previous, sequence=len(events))


def forge(case: Case) -> None:
    """Another law on the second event, and all after it made to fit."""
    CaseEvent.objects.filter(case=case, sequence=2).update(law="")
    recompute(case)


def remove(case: Case) -> None:
    """The whole case, as if it had never been filed."""
    for pointing in Case._meta.get_fields(include_hidden=True):
        if isinstance(pointing, ForeignObjectRel):
            rows = pointing.related_model._base_manager.filter(**{pointing.field.name: case})
            rows._raw_delete("default")
    Case.objects.filter(pk=case.pk)._raw_delete("default")


def forget_leaves(case: Case) -> None:
    Leaf.objects.filter(stream=case.pk).delete()


def reseal_leaves(case: Case) -> None:
    """Leaves that fit the chain as it is now."""
    for event in CaseEvent.objects.filter(case=case):
        Leaf.objects.filter(stream=case.pk, sequence=event.sequence).update(digest=bytes(event.digest))
