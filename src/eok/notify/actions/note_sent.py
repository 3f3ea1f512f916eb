"""An officer sent a message by hand: who and when (the `manual` adapter of the port `sms`)."""

from django.db import transaction

from eok.accounts.models import Officer
from eok.casework import permissions
from eok.core import clock
from eok.core.keyed import Key
from eok.krds import filters
from eok.notify import queries
from eok.notify.errors import MessageNotFoundError, SentByAnotherError
from eok.notify.models import Message


@transaction.atomic
def note_sent(*, message_id: Key, by: Officer) -> None:
    """Noted once, however often it is pressed. Raises MessageNotFoundError, SentByAnotherError."""
    waiting = queries.by_hand(permissions.departments_of(by)).filter(pk=message_id).values("pk")
    noted = Message.objects.filter(pk__in=waiting, state="by_hand")
    if noted.update(state="sent_by_hand", sent_at=clock.now(), sent_by=by):
        return
    message = queries.for_hands(message_id)
    if message is None or message.sent_by is None or message.sent_at is None:
        raise MessageNotFoundError
    if message.sent_by != by:
        raise SentByAnotherError(message.sent_by.name, filters.short_datetime(message.sent_at))
