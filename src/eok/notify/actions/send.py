"""Hand a message to its channel. Outside any transaction: the network may be slow."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from eok.core import clock, outbox
from eok.core.outbox.worker import PermanentError
from eok.core.prepared import update
from eok.notify import queries
from eok.notify.channels.base import DeliveryError, OutcomeUnknownError, Receipt
from eok.notify.channels.registry import channel
from eok.notify.models import Message

SEND_JOB = "notify.send"


@outbox.job(SEND_JOB, outside=True)
def send(payload: Mapping[str, Any]) -> None:
    """At least once by us, once by the provider through the message's key."""
    message = Message.objects.get(key=payload["key"])
    if message.state not in ("queued", "unknown"):
        return
    try:
        _note(message, channel(message.channel).deliver(queries.outgoing(message)))
    except OutcomeUnknownError:
        _set(message, "unknown")
        raise
    except DeliveryError as error:
        _set(message, "failed" if error.permanent else "queued")
        if error.permanent:
            raise PermanentError(str(error)) from error
        raise


def _note(message: Message, receipt: Receipt) -> None:
    message.provider_id = receipt.provider_id
    message.sent_at = None if receipt.state == "by_hand" else clock.now()
    _set(message, receipt.state)


@transaction.atomic
def _set(message: Message, state: str) -> None:
    message.state = state
    update(message, "state", "provider_id", "sent_at")
