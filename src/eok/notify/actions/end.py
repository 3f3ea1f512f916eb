"""End the messages of a case, with it: to whom they went and what they said (개인정보 보호법 §21)."""

from eok.core.retention import Gone
from eok.notify.models import Message

UNSENT = ("queued", "by_hand", "unknown")
"""What nobody can send any more."""


def end(case_id: str) -> Gone:
    """In the caller's transaction; harmless a second time."""
    rows = Message.objects.filter(case_id=case_id).exclude(wrapped_key=b"")
    keys = tuple(bytes(key) for key in rows.values_list("wrapped_key", flat=True))
    rows.filter(state__in=UNSENT).update(state="failed")
    return Gone(keys, rows=rows.update(wrapped_key=b"", content=b"", provider_id=""))
