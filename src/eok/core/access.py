"""Who may open a page: one decorator on every view (a test of the house requires it).

The room accounts sets `request.person` and `request.officer`; here is only what follows from them.
"""

from collections.abc import Callable
from enum import Enum
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode


class Who(Enum):
    """Groups of people, by what they had to prove."""

    ANYONE = "누구나"
    """No proof; the page is the same for all and may be cached."""
    RESIDENT = "본인확인한 주민"
    """Identity confirmed (전자정부법 §10)."""
    OFFICER = "공무원"
    """Signed in with a second factor (전자정부법 시행령 §38)."""
    MACHINE = "연계 시스템"
    """An outside system that signs its calls; the view checks the signature itself."""


View = Callable[..., HttpResponseBase]


def open_to(*who: Who) -> Callable[[View], View]:
    """Mark a view with who may open it, and hold everyone else off."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            refused = None if _may(request, who) else _to_sign_in(request, who)
            return refused or view(request, *args, **kwargs)

        guarded.open_to = who  # type: ignore[attr-defined]  # read by tests/house
        return guarded

    return decorate


def _may(request: HttpRequest, who: tuple[Who, ...]) -> bool:
    if Who.ANYONE in who or Who.MACHINE in who:
        return True
    if Who.RESIDENT in who and getattr(request, "person", None) is not None:
        return True
    return Who.OFFICER in who and getattr(request, "officer", None) is not None


def _to_sign_in(request: HttpRequest, who: tuple[Who, ...]) -> HttpResponse:
    name = "accounts:sign_in" if Who.RESIDENT in who else "accounts:officer_sign_in"
    return redirect(f"{reverse(name)}?{urlencode({'next': request.get_full_path()})}")
