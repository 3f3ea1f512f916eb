"""Where one goes after signing in: only pages of our own (CWE-601, open redirect)."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

LONGEST = 500
DOORS = ("/accounts/", "/desk/sign-in", "/desk/setup", "/desk/sign-out")
"""Coming back to a door would go in circles."""


def own_path(wanted: str, otherwise: str) -> str:
    """The wanted address if it is a path of ours, else the other."""
    is_path = wanted.startswith("/") and len(wanted) <= LONGEST and wanted.isprintable()
    if not is_path or not url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        return otherwise
    return otherwise if urlsplit(wanted).path.startswith(DOORS) else wanted


def asked_for(request: HttpRequest, otherwise: str) -> str:
    """The `next` of an address or a form."""
    return own_path(request.POST.get("next") or request.GET.get("next") or "", otherwise)
