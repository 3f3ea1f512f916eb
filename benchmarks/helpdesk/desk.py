"""An empty desk: tables, one queue, one person who is signed in."""

import json
import sys

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from helpdesk.models import Queue  # type: ignore[import-not-found]  # only in the peers' environment


def prepare() -> None:
    """Prints the session's name and the queue's number."""
    call_command("migrate", verbosity=0, interactive=False)
    queue = Queue.objects.create(title="민원", slug="bench", allow_public_submission=True)
    user = User.objects.create_user("haneul", "haneul@example.org", "bench")
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    json.dump({"session": session.session_key, "queue": queue.pk}, sys.stdout)
