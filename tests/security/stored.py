"""Run in a process of its own: opens a session as a role does, or reads others' by their names. Answers in JSON."""

import json
import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402  # needs the set-up
from django.db import router  # noqa: E402

from eok.accounts.session_store import SessionStore  # noqa: E402


def opened() -> str:
    call_command("migrate", "sessions", database=router.db_for_write(SessionStore().model), verbosity=0)
    store = SessionStore()
    store["here"] = True
    store.create()
    return str(store.session_key)


names = sys.argv[1:]
said = {name: SessionStore(name).load() for name in names} if names else opened()
sys.stdout.write(f"\n{json.dumps(said)}\n")
