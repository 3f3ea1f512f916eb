"""What a resident does about their own sign-ins."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from eok.accounts import provider, sessions
from eok.accounts.flows import new_flow
from eok.accounts.models import Person
from eok.accounts.views import places
from eok.core import clock
from eok.core.access import Who, open_to


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.RESIDENT)
def my_sessions(request: HttpRequest) -> HttpResponse:
    """`/my/sessions/`; who came in long ago goes to the identity provider first, and comes back here."""
    person: Person = request.person  # type: ignore[attr-defined]  # set by the middleware
    proved = sessions.proved_within(request, sessions.PERSON, sessions.FRESH_SECONDS)
    if request.method != "POST":
        return places.page(request, person, "accounts/my_sessions.html", {"proved": proved})
    if not proved:
        flow = new_flow(back_to=request.path, asked_at=clock.now().timestamp())
        return redirect(provider.send(request, flow))
    return places.end_others(request, person, request.path)
