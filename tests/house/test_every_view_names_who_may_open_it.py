"""Each address says who may open it (`eok.core.access.open_to`), and the sides of the house keep apart."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from eok.core.access import Who

UNMARKED: dict[str, str] = {}
"""Addresses whose view bears no mark, each with the reason. None so far."""

DOORS = {
    "desk/sign-in/": "one signs in there",
    "desk/sign-in/code/": "the second step of signing in",
    "desk/setup/<str:token>/": "opened by the one-time link alone",
    "desk/setup/<str:token>/qr.png": "part of the page of the one-time link",
    "desk/sign-out/": "leaving is always possible",
}
"""Addresses of the desk that somebody who is not signed in yet must be able to open."""


def addresses() -> dict[str, frozenset[Who]]:
    return {address: frozenset(getattr(view, "open_to", ())) for address, view in _walk(get_resolver(), "")}


def test_every_address_names_who_may_open_it() -> None:
    unmarked = {address for address, who in addresses().items() if not who}

    assert unmarked == set(UNMARKED)


def test_the_desk_opens_to_officers_only() -> None:
    desk = {address: who for address, who in addresses().items() if address.startswith("desk/")}

    others = [a for a, who in desk.items() if who != {Who.OFFICER} and a not in DOORS]

    assert len(desk) > len(DOORS)
    assert others == []


def test_the_doors_listed_here_are_there() -> None:
    assert [door for door in DOORS if door not in addresses()] == []


def test_what_is_somebodys_own_asks_who_is_there() -> None:
    own = {a: who for a, who in addresses().items() if a.startswith(("my/", "apply/", "drafts/"))}

    assert own
    assert [address for address, who in own.items() if who & {Who.ANYONE, Who.MACHINE}] == []


def test_machines_have_only_the_doors_they_need() -> None:
    assert [a for a, who in addresses().items() if Who.MACHINE in who] == [
        "payments/tax-office/callback/",
        "payments/gateway/webhook/",
    ]


def _walk(resolver: URLResolver, before: str) -> Iterator[tuple[str, object]]:
    for pattern in resolver.url_patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield address, pattern.callback
        else:
            yield from _walk(pattern, address)
