"""A process that does one act of the house for each line it hears, and answers when it is done."""

import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402  # after the settings are there
from django.db import transaction  # noqa: E402

from eok.core import outbox  # noqa: E402

call_command("migrate", "core", verbosity=0, interactive=False)
sys.stdout.write("ready\n")
sys.stdout.flush()
for line in sys.stdin:
    with transaction.atomic():
        outbox.enqueue("faults.act", {"line": line})
    sys.stdout.write("acknowledged\n")
    sys.stdout.flush()
