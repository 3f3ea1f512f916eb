"""An officer who is signed in, the department's open cases, and what the worklist asks of the database."""

import io
import json
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.conf import settings
from django.db import connections, transaction
from django.http import HttpRequest
from django.test.utils import CaptureQueriesContext

from benchmarks.seeds import filings
from eok.accounts import sessions
from eok.accounts.actions.welcome import welcome
from eok.accounts.models import Officer
from eok.applications.actions.file import file
from eok.casework.actions.accept import accept_automatically
from eok.casework.models import Case

DEPARTMENT = "economy"
PATH, QUERY = "/desk/", "show=team"
NOT_ACCEPTED_EVERY = 10
ROWS = 'SELECT "casework_case"."id"'
"""How the statement of the rows begins."""


def make(count: str) -> None:
    """So many open cases, a tenth of them still to be accepted; prints the session and the statements."""
    person = welcome(filings.identity(filings.PHONE))
    for number in range(int(count)):
        with transaction.atomic():
            draft = filings.complete_draft(person)
            application = file(draft_id=draft.pk, signature=filings.signature_of(draft, person), by=person)
        if number % NOT_ACCEPTED_EVERY:
            accept_automatically({"case_id": str(Case.objects.get(application=application).pk)})
    session = _session(Officer.objects.filter(department=DEPARTMENT).order_by("pk")[0])
    sent = _statements(session)
    (rows,) = (sql for _, sql in sent if sql.startswith(ROWS))
    told = {"session": session, "rows": rows, "all": sent}
    json.dump(told, sys.stdout)


def _session(officer: Officer) -> str:
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    sessions.enter_as_officer(request, officer)
    request.session.save()
    return str(request.session.session_key)


def _statements(session: str) -> list[tuple[str, str]]:
    """Every statement of one worklist, in order within each database, with the database's alias."""
    from eok.wsgi import application

    environ = _environ(session)
    b"".join(application(environ, _heard))  # the first one also fills caches
    watched = {alias: CaptureQueriesContext(connections[alias]) for alias in connections}
    for watch in watched.values():
        watch.__enter__()
    b"".join(application(_environ(session), _heard))
    for watch in watched.values():
        watch.__exit__(None, None, None)
    return [(alias, query["sql"]) for alias, watch in watched.items() for query in watch.captured_queries]


def _heard(
    status: str, headers: list[tuple[str, str]], exc_info: object = None, /
) -> Callable[[bytes], object]:
    return len


def _environ(session: str) -> dict[str, Any]:  # as WSGI has it
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": PATH,
        "QUERY_STRING": QUERY,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_COOKIE": f"eok_session={session}",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
    }
