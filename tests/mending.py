"""Cases in work whose answers a resident corrected on the officer's demand."""

from datetime import datetime
from typing import Any

from eok.accounts.models import Officer
from eok.casework.actions.request_supplement import request_supplement
from eok.casework.actions.supply import supply
from eok.casework.models import Case
from eok.casework.supplements import Wanted
from eok.core import clock


def mend(case: Case, clerk: Officer, at: str, **answers: Any) -> Case:
    """The clerk asks for these answers, the applicant gives them at once. at: ISO, with a zone."""
    wanted = [Wanted("question", name, name, "확인해 주세요.") for name in answers]
    with clock.freeze(datetime.fromisoformat(at)):
        request_supplement(case_id=case.pk, wanted=wanted, days=7, by=clerk)
        supply(case_id=case.pk, answers=answers, papers={}, note="", by=case.application.person)
    return Case.objects.get(pk=case.pk)
