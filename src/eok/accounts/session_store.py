"""Django's sessions in the database; only reading one is done by a prepared statement, for every page does it."""

from datetime import datetime

from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session

from eok.accounts import machine_time
from eok.core.prepared import MOMENT, TEXT, Rows, Slot

_ALIVE = Rows(
    lambda: Session.objects.filter(session_key=Slot("key", TEXT), expire_date__gt=Slot("now", MOMENT))
)


class SessionStore(db.SessionStore):
    """Named in settings.SESSION_ENGINE."""

    def _get_session_from_db(self) -> Session | None:
        found = _ALIVE.first(key=self.session_key, now=machine_time.now())
        if found is None:
            self._session_key = None
        self.ends_at = found.expire_date if found else None
        return found


def ends_at(session: SessionBase) -> datetime | None:
    """When the session that was read ends unless it is used; None for one that is new."""
    return getattr(session, "ends_at", None)
