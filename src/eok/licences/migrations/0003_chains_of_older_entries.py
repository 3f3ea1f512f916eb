"""Entries of before get their chain, and what they are found by: their events are kept as they were written."""

import hashlib
import json
from datetime import UTC, datetime, time
from itertools import groupby

from django.db import migrations

from eok.core import sealed
from eok.core.clock import SEOUL
from eok.core.keys import KeyDestroyedError, keyring
from eok.trail import chain

STATES = {"opened": "active", "active": "active", "suspended": "suspended", "closed": "closed"}
NAMES = {"active": "resumed"}


def chain_them(apps, schema_editor):
    licence_table = apps.get_model("licences", "Licence")
    events = apps.get_model("licences", "LicenceEvent").objects.order_by("licence_id", "sequence")
    for licence_id, own in groupby(events.iterator(), key=lambda event: event.licence_id):
        licence = licence_table.objects.get(pk=licence_id)
        previous, state = chain.START, ""
        for event in own:
            _link(event, state, previous)
            previous, state = event.digest, event.to_state
            licence.sequence = event.sequence
            if event.verb == "closed":
                licence.papers_from = event.sequence
        licence.head = previous
        _digests(licence)
        licence.save()


def _link(event, state, previous):
    event.from_state, event.to_state = state, STATES.get(event.verb, state)
    event.verb = NAMES.get(event.verb, event.verb)
    event.at = datetime.combine(event.on, time(12), SEOUL)
    event.actor_kind = "case" if event.origin.startswith("case:") else "import"
    event.actor = event.origin.partition(":")[2][:60]
    event.previous = previous
    event.digest = chain.digest(str(event.licence_id), event.sequence, _content(event), previous)
    event.save()


def _content(event):
    public = {
        "version": event.version, "verb": event.verb, "from": event.from_state, "to": event.to_state,
        "on": event.on.isoformat(), "at": event.at.astimezone(UTC).isoformat(), "origin": event.origin,
        "by": [event.actor_kind, event.actor], "law": event.law,
        "details": hashlib.sha256(bytes(event.details)).hexdigest(),
    }
    return json.dumps(public, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _digests(licence):
    try:
        said = sealed.unseal(licence.wrapped_key, licence.content, context=f"licence:{licence.pk}:content")
    except KeyDestroyedError:
        return
    for field, purpose, value in (
        ("name_digest", "licence-name", said.get("name")),
        ("kind_digest", "licence-kind", said.get("kind")),
    ):
        setattr(licence, field, keyring().digest(purpose, value) if value else "")


class Migration(migrations.Migration):

    dependencies = [("licences", "0002_register_of_events")]

    operations = [migrations.RunPython(chain_them, migrations.RunPython.noop)]
