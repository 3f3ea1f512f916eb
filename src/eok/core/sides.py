"""The two sides of the house, 누리집 and 업무창, as a process of one side has to keep them apart (`EOK_ROLE`).

Districts run them on separate networks (전자정부법 §56). Cookies, hosts and sessions of one side are worth nothing on
the other, and what a web process of one side must never serve can't even be imported in it. Pure: read by settings.
"""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from urllib.parse import urlsplit

OF_THE_DESK = (
    "eok.desk.urls",
    "eok.desk.views",
    "eok.accounts.desk_urls",
    "eok.accounts.views.officers",
    "eok.accounts.views.setup",
    "eok.accounts.views.rights",
)
OF_THE_PUBLIC = (
    "eok.portal.urls",
    "eok.portal.views",
    "eok.verification.views",
    "eok.trail.views",
    "eok.payments.views",
    "eok.api.urls",
    "eok.api.views",
    "eok.accounts.public_urls",
    "eok.accounts.views.residents",
)
BARRED = {"all": (), "public": OF_THE_DESK, "desk": OF_THE_PUBLIC}
SESSIONS = {"all": "", "public": "p_", "desk": "d_"}
"""How the name of a session begins; Django's own names have no underscore."""


def cookie(name: str, role: str, *, secure: bool) -> str:
    """`__Host-`: only this host, by https, for all its paths, may set or get it (RFC 6265bis §4.1.3.2)."""
    own = f"{name}_desk" if role == "desk" else name
    return f"__Host-{own}" if secure else own


def is_of(role: str, session_key: str) -> bool:
    """Whether a session was opened by a process of this role."""
    start, mark, _ = session_key.partition("_")
    return SESSIONS[role] == (f"{start}{mark}" if mark else "")


def hosts(role: str, base_url: str, desk_url: str) -> list[str]:
    """Names a process answers to."""
    return [urlsplit(url).hostname or "" for url in _addresses(role, base_url, desk_url)]


def origins(role: str, base_url: str, desk_url: str) -> list[str]:
    """Where a form may come from."""
    return [url for url in _addresses(role, base_url, desk_url) if url.startswith("http")]


def keep_apart(role: str) -> None:
    """From here on this process can't import what belongs to the other side (`wsgi.py` says so first)."""
    if BARRED[role]:
        sys.meta_path.insert(0, _Wall(BARRED[role]))


def _addresses(role: str, base_url: str, desk_url: str) -> list[str]:
    return {"public": [base_url], "desk": [desk_url]}.get(role, list(dict.fromkeys((base_url, desk_url))))


class _Wall:
    """A finder (PEP 451) that refuses names; what it does not know it leaves to the others."""

    def __init__(self, barred: Sequence[str]) -> None:
        self._barred = tuple(barred)

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if any(name == one or name.startswith(f"{one}.") for one in self._barred):
            raise ImportError(f"{name} belongs to the other side of the house (EOK_ROLE)")
        return None
