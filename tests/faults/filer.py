"""A process that files an application with a paper for each line it hears, and says when it has it.

The paper goes through the vault, the filing through the house's own actions: what a resident's press does,
without the web around it. After the words it asks its database once more, so that a recording of the server
shows them too. `CARELESS_FOLDERS`: folders are not synced, to show that it would be seen.
"""

import os
import sys

import django

django.setup()

from django.db import connection  # noqa: E402  # after the settings are there

from eok.core import durable  # noqa: E402
from tests import affairs  # noqa: E402

SAYS = "acknowledged"


def file_one() -> str:
    """The id of the draft that was filed."""
    application = affairs.filed("mail-order-report", affairs.MAIL_ORDER, affairs.person(), look_up=False)
    return str(application.draft_id)


def write_through() -> None:
    """From the journal into the tables."""
    words = "CHECKPOINT" if connection.vendor == "postgresql" else "PRAGMA wal_checkpoint(RESTART)"
    with connection.cursor() as cursor:
        cursor.execute(words)


if os.environ.get("CARELESS_FOLDERS"):
    durable.sync_folder = lambda folder: None
sys.stdout.write("ready\n")
sys.stdout.flush()
for line in sys.stdin:
    if line == "checkpoint\n":
        write_through()
        sys.stdout.write("done\n")
        sys.stdout.flush()
        continue
    words = f"{SAYS} {file_one()}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s", [words])
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
