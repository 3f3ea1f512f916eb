"""Counts each request of a page that has a rate, and answers 429 with a page when it came too fast.

Stands after `accounts.middleware.who_is_there`, for who is signed in counts by name (`limits.py`).
"""

import logging
import math
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from eok.core.keys import keyring
from eok.gate import limits, machine_time
from eok.gate.bucket import Own, take_shared
from eok.gate.errors import TooFastError
from eok.gate.limits import Limit, Rate
from eok.krds.middleware import error_page

log = logging.getLogger("eok.gate")

Handler = Callable[[HttpRequest], HttpResponseBase]

_own = Own()


def rates(get_response: Handler) -> Handler:
    def middleware(request: HttpRequest) -> HttpResponseBase:
        return get_response(request)

    middleware.process_view = _count  # type: ignore[attr-defined]  # Django looks for it here
    return middleware


def _count(request: HttpRequest, view: object, args: Any, kwargs: Any) -> HttpResponse | None:
    """None lets the page be made. Any: Django's own signature."""
    match = request.resolver_match
    limit = limits.of(match.view_name, request.method or "") if match and settings.EOK_RATES else None
    if limit is None:
        return None
    waits = [_take(limit, who, rate) for who, rate in _whom(request, limit)]
    if not any(waits):
        return None
    log.warning("too fast: %s", limit.name)
    return error_page(request, TooFastError(math.ceil(max(waits))))


def _whom(request: HttpRequest, limit: Limit) -> list[tuple[str, Rate]]:
    """Who is counted, each with their rate."""
    for kind in ("person", "officer"):
        somebody = getattr(request, kind, None)
        if somebody is not None:
            return [(f"{kind}:{somebody.pk}", limit.own)]
    counted = [(f"address:{request.META.get('REMOTE_ADDR', '')}", limit.address)]
    session = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    return [*counted, (f"session:{session}", limit.own)] if session else counted


def _take(limit: Limit, who: str, rate: Rate) -> float:
    if not limit.shared:
        return _own.take(f"{limit.name}|{who}", rate, machine_time.exact())
    return take_shared(keyring().digest("rates", f"{limit.name}|{who}"), rate, machine_time.exact())
