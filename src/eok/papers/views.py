"""`/files/<ticket>`: an upload on its own origin, as images or to be saved; nothing in it can run."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from eok.core.access import Who, open_to
from eok.papers import http, origin
from eok.papers.ticket import TicketError, take


@require_safe
@open_to(Who.ANYONE)
def file(request: HttpRequest, ticket: str) -> HttpResponse:
    """Who may was asked on the portal, which gave out the ticket; here is no session to ask."""
    if not origin.is_files_host(request):
        raise TicketError
    return http.opened(take(request, ticket))
