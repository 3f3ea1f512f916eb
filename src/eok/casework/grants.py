"""What a grant writes into the register of licences, from the answers the service's file names."""

from datetime import date
from typing import Any

from eok.applications import drafts
from eok.casework.answers import stages
from eok.casework.events import CaseGranted, IssueReady
from eok.casework.models import Case
from eok.catalogue.actions.pin import read_version
from eok.catalogue.schema import RegisterEffect, Service
from eok.core import clock
from eok.forms import display
from eok.licences import lifecycle
from eok.licences import queries as licences
from eok.licences.actions.amend import amend
from eok.licences.actions.open import Entry, open_licence
from eok.licences.errors import LicenceMissingError
from eok.licences.models import Licence
from eok.licences.record import Who
from eok.offices import queries as offices

WITH_HOLDER = ("open", "succeed")
"""Effects after which the applicant is the holder."""


def service_of(case: Case) -> Service:
    """The service as the case was filed on."""
    return read_version(case.application.version)


def answers_of(case: Case) -> dict[str, Any]:
    """The answers in force: as filed, with what a supplement corrected laid over them."""
    return dict(stages(case)[-1].answers)


def require_register(event: CaseGranted) -> None:
    """`now` reaction to the decision: what names an entry must find it, and in a state the verb is open in.

    So that nobody is granted what the register can't take. Raises LicenceMissingError, LicenceStateError.
    """
    case = _case(event.case_id)
    effect = service_of(case).register
    if effect is None or effect.effect == "open":
        return
    licence = _named(case, effect)
    if licence is not None:
        lifecycle.require(licence.state, lifecycle.EFFECTS[effect.effect], licence.licence_no)


def write_register(event: IssueReady) -> None:
    """`now` reaction: open or change the entry the service's file names.

    A closure of a licence our register does not hold yet is completed without it: the old registers
    are imported by districts at their own pace.
    """
    case = _case(event.case_id)
    effect = service_of(case).register
    if effect is None:
        return
    entry = entry_of(case, effect)
    if effect.effect == "open":
        open_licence(entry, number_pattern=offices.number_pattern(effect.register))
        return
    licence = _named(case, effect)
    if licence is not None:
        verb = lifecycle.EFFECTS[effect.effect]
        amend(
            licence, verb, content=entry.content, on=entry.on, by=entry.by, ended_on=_closed_on(case, effect)
        )


def entry_of(case: Case, effect: RegisterEffect) -> Entry:
    """What the register would say, were it granted today."""
    service = service_of(case)
    shown = display.plain(service, answers_of(case))
    columns = {
        column: shown.get(question, "") for column, question in effect.names.items() if column != "licence_no"
    }
    if effect.effect in WITH_HOLDER:
        columns["holder"] = str(drafts.read_filed(case.application).applicant.get("name", ""))
    law = service.law[0].source.cite or ""
    by = Who("case", str(case.pk), f"case:{case.pk}", law.partition(";")[0])
    return Entry(effect.register, clock.seoul_now().date(), columns, by)


def _case(case_id: str) -> Case:
    return Case.objects.select_related("application__version").get(pk=case_id)


def _named(case: Case, effect: RegisterEffect) -> Licence | None:
    """The entry the answers name; None for a closure of one that was never imported.

    Raises LicenceMissingError for what can't be done without the entry.
    """
    number = str(answers_of(case).get(effect.names.get("licence_no", "")) or "")
    licence = licences.find(effect.register, number)
    if licence is None and effect.effect != "close":
        raise LicenceMissingError(offices.register(effect.register).name, number)
    return licence


def _closed_on(case: Case, effect: RegisterEffect) -> date | None:
    """The day the applicant closes, where the form asks for it; else the day of the entry."""
    given = answers_of(case).get(effect.names.get("closed_on", ""))
    return date.fromisoformat(str(given)) if given and effect.effect == "close" else None
