"""A process that reads a house's books again and again, each time from a database just opened.

For each line it hears it prints one line of JSON: the ledger, and what the database says of itself.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict

import django

django.setup()

from django.db import DatabaseError, connection, connections  # noqa: E402  # after the settings are there

from eok.core.errors import EokError  # noqa: E402
from tests.faults import ledger  # noqa: E402


def unsound() -> Iterator[str]:
    """On PostgreSQL amcheck looks from outside."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for question, good in (("PRAGMA integrity_check", [("ok",)]), ("PRAGMA foreign_key_check", [])):
            cursor.execute(question)
            found = cursor.fetchall()
            if found != good:
                yield f"{question}: {found[:3]}"


def told() -> str:
    try:
        return json.dumps({"unsound": list(unsound()), "ledger": asdict(ledger.written())})
    except (DatabaseError, EokError) as error:  # a file that lost pages may read as a row that says nothing
        return json.dumps({"unsound": [f"{type(error).__name__}: {error}"], "ledger": None})


sys.stdout.write("ready\n")
sys.stdout.flush()
for _ in sys.stdin:
    words = told()
    connections.close_all()  # before anybody may change the files
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
