"""Who is there: sets `request.person`, `request.officer` and `request.viewer` (the header's name).

Without a session cookie nothing is read and nothing is set, so that anonymous pages are the same bytes
for everyone (DESIGN §3). Stands after Django's session and CSRF middleware.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import SimpleLazyObject

from eok.accounts import sessions
from eok.accounts.viewers import viewer

Handler = Callable[[HttpRequest], HttpResponseBase]


def who_is_there(get_response: Handler) -> Handler:
    """`request.session_seconds`: how long one may stay without a further request; None for anonymous."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        vars(request).update(person=None, officer=None, viewer=None, session_seconds=None)
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return get_response(request)
        _recognise(request)
        response = get_response(request)
        sessions.prolong(request, response)
        return response

    return middleware


def _recognise(request: HttpRequest) -> None:
    person, officer = sessions.person_of(request), sessions.officer_of(request)
    vars(request).update(
        person=person,
        officer=officer,
        viewer=SimpleLazyObject(lambda: viewer(request.path, person, officer)),  # not where no page is drawn
        session_seconds=sessions.seconds_left(request) if person or officer else None,
    )
