"""Django's sessions in the database; only reading one is done by a prepared statement, for every page does it."""

from datetime import datetime

from django.conf import settings
from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session

from eok.core import sides
from eok.core.prepared import MOMENT, TEXT, Rows, Slot
from eok.gate import machine_time

_ALIVE = Rows(
    lambda: Session.objects.filter(session_key=Slot("key", TEXT), expire_date__gt=Slot("now", MOMENT))
)


class SessionStore(db.SessionStore):
    """Named in settings.SESSION_ENGINE."""

    def _get_new_session_key(self) -> str:
        return sides.SESSIONS[settings.EOK_ROLE] + str(super()._get_new_session_key())  # type: ignore[misc]  # django-stubs leaves it out

    def _get_session_from_db(self) -> Session | None:
        """One that was opened on the other side of the house is none (`EOK_ROLE`)."""
        key = self.session_key or ""
        ours = sides.is_of(settings.EOK_ROLE, key)
        found = _ALIVE.first(key=key, now=machine_time.now()) if ours else None
        if found is None:
            self._session_key = None
        self.ends_at = found.expire_date if found else None
        return found


def ends_at(session: SessionBase) -> datetime | None:
    """When the session that was read ends unless it is used; None for one that is new."""
    return getattr(session, "ends_at", None)
