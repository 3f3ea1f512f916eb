"""What a grant writes into the register of licences, from the answers the service's file names."""

from typing import Any

from eok.applications import drafts
from eok.casework.answers import stages
from eok.casework.events import IssueReady
from eok.casework.models import Case
from eok.catalogue.actions.pin import read_version
from eok.catalogue.schema import RegisterEffect, Service
from eok.core import clock
from eok.forms import display
from eok.licences import queries as licences
from eok.licences.actions.record import Entry, change_state, open_licence
from eok.offices import queries as offices


def service_of(case: Case) -> Service:
    """The service as the case was filed on."""
    return read_version(case.application.version)


def answers_of(case: Case) -> dict[str, Any]:
    """The answers in force: as filed, with what a supplement corrected laid over them."""
    return dict(stages(case)[-1].answers)


def write_register(event: IssueReady) -> None:
    """`now` reaction: open or change the entry the service's file names.

    A closure of a licence our register does not hold yet is completed without it: the old registers
    are imported by districts at their own pace.
    """
    case = Case.objects.select_related("application__version").get(pk=event.case_id)
    effect = service_of(case).register
    if effect is None:
        return
    entry = entry_of(case, effect)
    if effect.effect == "open":
        open_licence(entry, number_pattern=offices.number_pattern(effect.register))
        return
    licence = licences.find(effect.register, entry.content.get("licence_no", ""))
    if licence is not None:
        change_state(licence, effect.effect, entry)


def entry_of(case: Case, effect: RegisterEffect) -> Entry:
    """What the register would say, were it granted today."""
    service = service_of(case)
    filed = drafts.read_filed(case.application)
    answers = answers_of(case)
    shown = display.plain(service, answers)
    columns = {column: shown.get(question, "") for column, question in effect.names.items()}
    return Entry(
        register=effect.register,
        holder=str(filed.applicant.get("name", "")),
        business_no=str(answers.get(effect.names.get("business_no", "")) or ""),
        on=clock.seoul_now().date(),
        content={**columns, "holder": str(filed.applicant.get("name", ""))},
        origin=f"case:{case.pk}",
    )
