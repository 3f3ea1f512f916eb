"""After signing in one lands on a page of ours or not at all (open redirect, CWE-601)."""

import pytest
from django.test import Client

from eok.accounts.models import Officer
from eok.accounts.next_page import own_path
from tests.accounts.officers import came_in
from tests.accounts.walk import signed_in
from tests.simulators.process import Running

FOREIGN = (
    "https://evil.example/",
    "//evil.example/",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "javascript:alert(1)",
    "evil.example",
    "http:evil.example",
    " /my/",
    "",
    "/" + "a" * 500,
    "/accounts/sign-in/?next=/my/",
    "/accounts/callback/?state=s",
    "/desk/sign-in/code/",
)


@pytest.mark.parametrize("wanted", FOREIGN)
def test_elsewhere_becomes_the_usual_page(wanted: str) -> None:
    assert own_path(wanted, "/my/") == "/my/"


@pytest.mark.parametrize("wanted", ["/", "/my/", "/apply/x/?page=2&q=가게", "/desk/cases/1#checks", "/a//b"])
def test_our_own_pages_are_kept(wanted: str) -> None:
    assert own_path(wanted, "/other/") == wanted


@pytest.mark.django_db(databases="__all__")
@pytest.mark.parametrize("wanted", FOREIGN[:5])
def test_residents_are_not_sent_elsewhere(client: Client, provider: Running, wanted: str) -> None:
    assert signed_in(client, provider, back_to=wanted)["Location"] == "/my/"


@pytest.mark.django_db(databases="__all__")
@pytest.mark.parametrize("wanted", FOREIGN[:5])
def test_officers_are_not_sent_elsewhere(client: Client, officer: Officer, wanted: str) -> None:
    assert came_in(client, officer, back_to=wanted)["Location"] == "/desk/"
