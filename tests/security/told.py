"""Run in a process of its own by `test_sides_are_apart.py`: says as JSON what a process of a role has.

`eok.wsgi` is what granian loads; whatever is asked is asked after it stands.
"""

import importlib
import json
import sys
from collections.abc import Iterator

from eok import wsgi  # noqa: F401  # the process as it is served

from django.conf import settings  # isort: skip
from django.test import Client  # isort: skip
from django.urls import URLResolver, get_resolver  # isort: skip

from eok.krds.middleware import content_security_policy  # isort: skip

MODULES = (
    "eok.desk.urls", "eok.desk.views.worklist", "eok.accounts.views.officers", "eok.accounts.views.rights",
    "eok.portal.urls", "eok.portal.views.apply", "eok.accounts.views.residents", "eok.verification.views",
)  # fmt: skip
VALUES = {"uuid": "0e9d3c1a-7f52-4f0c-9c55-0f3a5a1b2c3d", "int": "1", "str": "a", "slug": "a"}


def addresses(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, address)
        else:
            yield address


def answer(address: str) -> int:
    """With something in each place of the address."""
    filled = address
    for kind, value in VALUES.items():
        while f"<{kind}:" in filled:
            start = filled.index(f"<{kind}:")
            filled = filled[:start] + value + filled[filled.index(">", start) + 1 :]
    return int(Client().get(f"/{filled}").status_code)


def may_import(module: str) -> bool:
    try:
        importlib.import_module(module)
    except ImportError:
        return False
    return True


settings.ALLOWED_HOSTS = ["*"]
said = {
    "addresses": sorted(addresses(get_resolver())),
    "imports": {module: may_import(module) for module in MODULES},
    "cookies": [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME],
    "policy": content_security_policy(),
    "answers": {address: answer(address) for address in sys.argv[1:]},
}
sys.stdout.write(f"\n{json.dumps(said)}\n")
