"""A filing costs something: the order exists as soon as the filing does, before anybody leaves to pay."""

from eok.casework import fees
from eok.casework.events import CaseOpened
from eok.casework.models import Case
from eok.offices import queries as offices
from eok.payments.models import FeeOrder


def owe_fee(event: CaseOpened) -> None:
    """`now` reaction: what the case froze at filing (민원처리법 §29), and the district's rule of refunds of that day."""
    if not event.fee_won:
        return
    rule = offices.fee_rule()
    case = Case.objects.get(pk=event.case_id)
    FeeOrder.objects.create(
        case=case,
        full_won=fees.of_case(case).full_won,
        won=event.fee_won,
        keep_won=event.fee_won,
        owed_at=event.at,
        refund_rule={
            **rule.refund.model_dump(),
            "rule": rule.rule,
            "on": rule.on.isoformat() if rule.on else "",
        },
    )
