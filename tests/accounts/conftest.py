"""The doors, the identity simulator in its own process, and officers to come in as."""

from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django import Settings

from eok.accounts.models import Officer
from eok.linkage import registry
from tests.accounts.officers import made
from tests.simulators.fixtures import _identity_process, identity  # noqa: F401
from tests.simulators.process import SECRET, Running

WHO_IS_THERE = "eok.accounts.middleware.who_is_there"


@pytest.fixture(autouse=True)
def _doors(settings: Settings) -> None:
    settings.ROOT_URLCONF = "tests.accounts.pages"
    settings.PASSWORD_HASHERS = ["tests.accounts.hashing.Quick"]
    if WHO_IS_THERE not in settings.MIDDLEWARE:
        csrf = settings.MIDDLEWARE.index("django.middleware.csrf.CsrfViewMiddleware")
        settings.MIDDLEWARE = [
            *settings.MIDDLEWARE[: csrf + 1],
            WHO_IS_THERE,
            *settings.MIDDLEWARE[csrf + 1 :],
        ]


@pytest.fixture
def provider(identity: Running, settings: Settings) -> Iterator[Running]:  # noqa: F811
    """The portal uses this simulator."""
    settings.EOK_IDENTITY = "eok.linkage.adapters.oidc.Provider"
    settings.EOK_IDENTITY_URL = identity.url
    settings.EOK_IDENTITY_SECRET = SECRET
    registry.forget()
    yield identity
    registry.forget()


@pytest.fixture
def client() -> Client:
    return Client()


@pytest.fixture
def officer(db: None) -> Officer:
    return made("hana")
