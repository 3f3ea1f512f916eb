"""What a session holds about who is there, and how long it lasts without being used.

A session is a row of its own database; the browser holds only its name, which changes at every sign-in
(against session fixation). Nothing personal is in it in clear. Both kinds of people may be in one
session (a demonstration on one machine); leaving ends all of it.
"""

import base64
import logging
from collections.abc import Mapping
from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect

from eok.accounts import session_store
from eok.accounts.models import Officer, Person
from eok.accounts.queries import may_come_in
from eok.core.keys import KeyringError, keyring
from eok.core.prepared import ID, MOMENT, NUMBER, TEXT, Change, Rows, Slot
from eok.gate import machine_time, stays

log = logging.getLogger("eok.accounts")

PERSON = "person"
OFFICER = "officer"
ID_TOKEN = "id_token"
IDLE_SECONDS = {PERSON: 60 * 60, OFFICER: 30 * 60}
"""Without a request for so long, the session is over. Drafts are kept."""
LONGEST_SECONDS = 12 * 60 * 60
"""After so long one proves anew who one is, busy or not."""
MOST_OF_AN_OFFICER = 3
"""Browsers at once: the desk, the counter, one more. A fourth is somebody else or forgotten."""
FRESH_SECONDS = 10 * 60
"""A proof of who one is counts so long for what is too dear to leave to an open browser."""
OF_SIDE = {"all": (PERSON, OFFICER), "public": (PERSON,), "desk": (OFFICER,)}
RENEW = timedelta(minutes=1)
_TOKEN_CONTEXT = "session:id_token"


_PERSON = Rows(lambda: Person.objects.filter(pk=Slot("id", ID)))
_OFFICER = Rows(lambda: Officer.objects.filter(pk=Slot("id", NUMBER)))
_PROLONG = Change(
    lambda: Session.objects.filter(session_key=Slot("key", TEXT)), expire_date=Slot("ends_at", MOMENT)
)


def enter_as_person(request: HttpRequest, person: Person, assertion: str) -> None:
    """From here on this person is there. assertion: kept encrypted, for leaving the provider too."""
    token = keyring().encrypt(bytes(person.wrapped_key), assertion.encode(), context=_TOKEN_CONTEXT)
    _enter(request, PERSON, {"id": str(person.pk)})
    request.session[ID_TOKEN] = base64.b64encode(token).decode()
    _note(request, whose(person))


def enter_as_officer(request: HttpRequest, officer: Officer) -> None:
    """Who has more than `MOST_OF_AN_OFFICER` browsers open leaves the one they opened first."""
    _enter(request, OFFICER, {"id": officer.pk, "epoch": officer.epoch})
    _note(request, whose(officer), most=MOST_OF_AN_OFFICER)


def leave(request: HttpRequest, to: str) -> HttpResponse:
    """The session ends here, and the browser forgets what it kept of our pages (Clear-Site-Data)."""
    request.session.flush()
    return HttpResponseRedirect(to, headers={"Clear-Site-Data": '"cache", "storage"'})


def whose(somebody: Person | Officer) -> str:
    """The name under which their sessions are listed (`gate.stays`)."""
    return f"{OFFICER if isinstance(somebody, Officer) else PERSON}:{somebody.pk}"


def person_of(request: HttpRequest) -> Person | None:
    if not _stands(request, PERSON):
        return None
    return _PERSON.first(id=request.session[PERSON]["id"])


def officer_of(request: HttpRequest) -> Officer | None:
    """None also when the officer was disabled or all their sessions were ended."""
    if not _stands(request, OFFICER):
        return None
    entry = request.session[OFFICER]
    officer = _OFFICER.first(id=entry["id"])
    stays = officer is not None and officer.epoch == entry["epoch"] and may_come_in(officer)
    return officer if stays else None


def proved_within(request: HttpRequest, kind: str, seconds: int) -> bool:
    """Whether who is there proved it that recently; for what is too dear to leave to an open browser."""
    entry = request.session.get(kind)
    return entry is not None and machine_time.seconds() - entry["since"] <= seconds


def id_token(request: HttpRequest, person: Person) -> str:
    """The provider's word of this session, or empty."""
    kept = request.session.get(ID_TOKEN, "")
    try:
        return (
            keyring()
            .decrypt(bytes(person.wrapped_key), base64.b64decode(kept), context=_TOKEN_CONTEXT)
            .decode()
        )
    except KeyringError:
        return ""


def seconds_left(request: HttpRequest) -> int | None:
    """How long the session lasts without a further request; None when nobody is signed in."""
    kinds = [kind for kind in IDLE_SECONDS if kind in request.session]
    return min(IDLE_SECONDS[kind] for kind in kinds) if kinds else None


def prolong(request: HttpRequest, response: HttpResponseBase) -> None:
    """Each use starts the idle time anew, written at most once a minute.

    Only the row's end moves: saving the whole session here could undo what a request at the same time
    put into it.
    """
    key, seconds = request.session.session_key, seconds_left(request)
    if not key or seconds is None or request.session.modified:
        return
    ends_at = machine_time.now() + timedelta(seconds=seconds)
    ended_at = session_store.ends_at(request.session)
    if ended_at is None or abs(ends_at - ended_at) < RENEW:
        return
    try:
        _PROLONG.run(key=key, ends_at=ends_at)
    except DatabaseError as error:  # the page is made: that it was filed, say, must still be told
        log.warning("session not prolonged: %s", type(error).__name__)
        return
    response.set_cookie(
        settings.SESSION_COOKIE_NAME,
        key,
        max_age=seconds,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _enter(request: HttpRequest, kind: str, entry: Mapping[str, str | int]) -> None:
    """A new session; of the old one stays only who is there in the other way."""
    stays = (OFFICER,) if kind == PERSON else (PERSON, ID_TOKEN)
    other = {name: request.session[name] for name in stays if name in request.session}
    request.session.flush()
    request.session.update(other)
    request.session[kind] = {**entry, "since": machine_time.seconds()}
    request.session.set_expiry(seconds_left(request))


def _note(request: HttpRequest, who: str, *, most: int | None = None) -> None:
    """Only with a name of its own in the database can a session be listed and ended from elsewhere."""
    if request.session.session_key is None:
        request.session.create()
    stays.note(str(request.session.session_key), who, str(request.META.get("HTTP_USER_AGENT", "")), most=most)


def _stands(request: HttpRequest, kind: str) -> bool:
    """Whether this kind of people may be here, and is."""
    entry = request.session.get(kind) if kind in OF_SIDE[settings.EOK_ROLE] else None
    return entry is not None and machine_time.seconds() - entry["since"] <= LONGEST_SECONDS
