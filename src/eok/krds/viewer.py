"""Who is looking at the page, as the header needs it.

The room accounts puts one of these on the request as `request.viewer`; without it the header offers
to sign in.
"""

from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True)
class Viewer:
    name: str
    detail: str = ""
    """Beside an officer's name: 일자리경제과 · 주무관."""
    home: str = "/my/"
    sign_out: str = ""
    """Address that ends the session (POST)."""
    links: tuple[tuple[str, str], ...] = ()
    """Further words of the menu under the name: (label, address)."""


def of(request: HttpRequest) -> Viewer | None:
    found = getattr(request, "viewer", None)
    return found if isinstance(found, Viewer) else None
