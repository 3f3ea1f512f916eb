"""Gathers what the guards look at."""

from eok.casework import reviews
from eok.casework.guards import Facts
from eok.casework.models import Case, CaseEvent, Supplement
from eok.core import clock


def gather(case: Case) -> Facts:
    supplement = Supplement.objects.filter(case=case).order_by("-number").first()
    waiting = supplement if supplement and supplement.answered_at is None else None
    return Facts(
        today=clock.seoul_now().date(),
        supplement_due_on=waiting.due_on if waiting else None,
        supplement_number=supplement.number if supplement else 0,
        supplement_prolonged=waiting.prolonged if waiting else 0,
        extensions=CaseEvent.objects.filter(case=case, verb="extend").count(),
        unreviewed=tuple(item.id for item in reviews.unanswered(case)),
    )
