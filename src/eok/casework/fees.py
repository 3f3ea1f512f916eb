"""What a case says of its fee: frozen at filing in its first event, paid and given back in later ones.

The money itself lies in a later room; a case knows only what was told to it (민원처리법 §29).
"""

from collections.abc import Mapping
from typing import Any

from eok.applications.drafts import FiledContent
from eok.applications.models import Application
from eok.casework import actors, record
from eok.casework import queries as casework
from eok.casework.models import Case, CaseEvent
from eok.catalogue.schema import Service
from eok.core import clock
from eok.forms.fee import FREE, Fee, fee_of
from eok.krds import filters

PAID, GIVEN_BACK = "pay_fee", "refund_fee"


def at_filing(application: Application, service: Service, filed: FiledContent) -> Fee:
    """By the answers, the table of the day of filing."""
    return fee_of(service, filed.answers, application.filed_at.astimezone(clock.SEOUL).date())


def of_case(case: Case) -> Fee:
    """As it was frozen; a case of before fees were kept costs nothing."""
    kept = casework.event_at(case, 1).details.get("fee")
    return Fee.from_dict(kept) if isinstance(kept, dict) and kept else FREE


def is_paid(case: Case) -> bool:
    """Told as paid; giving a part back leaves it paid."""
    return CaseEvent.objects.filter(case=case, verb=PAID).exists()


def stands_before_certificate(case: Case, service: Service) -> bool:
    """The certificate waits: it costs something, nothing was told of a payment, and the affair says so."""
    if not (service.certificate and service.fee.may_cost and service.fee.before_certificate):
        return False
    return of_case(case).won > 0 and not is_paid(case)


def note(case: Case, verb: str, details: Mapping[str, Any]) -> CaseEvent:
    """One thing about the money, on the case's chain. case: locked."""
    return record.append(case, verb, by=actors.SYSTEM, details=details)


def wait(case: Case) -> CaseEvent:
    """The decision is made; the certificate waits for the fee. case: locked."""
    details = {"text": filters.won(of_case(case).won)}
    return record.append(case, "await_fee", by=actors.SYSTEM, details=details)
