"""Look-ups as the resident steers them: see at once what the source says, and take a consent back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from eok.casework.access import case_of
from eok.casework.actions.withdraw_consent import withdraw_consent
from eok.core.access import Who, open_to
from eok.portal.who import person_of


@require_POST
@open_to(Who.RESIDENT)
def take_back(request: HttpRequest, case_id: str, paper_id: str) -> HttpResponse:
    """`/my/cases/<id>/look-ups/<paper>/withdraw/`: 동의 거두기."""
    person = person_of(request)
    found = case_of(person, case_id)
    withdraw_consent(case_id=found.pk, paper_id=paper_id, by=person)
    return redirect(f"{reverse('portal:case', args=[found.pk])}#look-ups")
