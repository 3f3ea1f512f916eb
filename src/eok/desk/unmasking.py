"""가림 풀기: what this session may see in clear at the moment, and why (decision 0027).

The record lies in the trail (`trail/actions/unmask.py`); the session only holds until when. It holds for one officer,
one case (register entry, list) and one session, for `EOK_UNMASK_MINUTES`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from eok.casework import personal
from eok.casework.models import Case
from eok.core import clock
from eok.core.pii import Veil
from eok.desk.finding import officer_of
from eok.desk.reading import reader
from eok.trail.actions.unmask import unmask
from eok.trail.purposes import Purpose

KEY = "unmasked"
MOST = 50
"""Things one session may have open at once; the oldest are covered again."""


@dataclass(frozen=True)
class Lift:
    """Personal values of one subject may be shown in clear."""

    subject: str
    purpose: str
    until: datetime


def lift_of(request: HttpRequest, subject: str) -> Lift | None:
    """None: hidden."""
    kept = _kept(request).get(subject)
    if kept is None or kept["officer"] != officer_of(request).pk:
        return None
    until = datetime.fromtimestamp(kept["until"], UTC)
    return Lift(subject, kept["purpose"], until) if until > clock.now() else None


def lift(request: HttpRequest, subject: str, purpose: Purpose, words: str) -> None:
    """Recorded first, then shown; a second time starts the minutes anew."""
    officer, until = officer_of(request), clock.now() + timedelta(minutes=settings.EOK_UNMASK_MINUTES)
    unmask(reader=reader(officer), subject=subject, purpose=purpose, words=words, until=until)
    entry = {"officer": officer.pk, "purpose": purpose.label, "until": until.timestamp()}
    others = [(key, one) for key, one in _kept(request).items() if key != subject]
    request.session[KEY] = dict([*others[-MOST + 1 :], (subject, entry)])


def cover(request: HttpRequest, subject: str) -> None:
    """다시 가리기."""
    request.session[KEY] = {key: one for key, one in _kept(request).items() if key != subject}


def subject_of(case: Case) -> str:
    return f"case:{case.pk}"


def veil_of(request: HttpRequest, case: Case) -> Veil:
    """How this case's values stand on the page that is being drawn."""
    return personal.veil(case, lifted=lift_of(request, subject_of(case)) is not None)


def wants_clear(request: HttpRequest) -> bool:
    """Whether a list is asked for as a file with names in clear (`as=csv&names=clear`), which needs 가림 풀기 first."""
    return request.GET.get("as") == "csv" and request.GET.get("names") == "clear"


def _kept(request: HttpRequest) -> Mapping[str, Any]:
    found: Mapping[str, Any] = request.session.get(KEY, {})
    return found
