"""The signature is made at the identity provider, over exactly what is filed (전자정부법 §10)."""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from django.conf import LazySettings
from django.test import Client

from eok.applications.models import Application
from eok.linkage import registry
from tests.portal import walking
from tests.simulators.fixtures import _identity_process, identity  # noqa: F401
from tests.simulators.process import SECRET, Running
from tests.simulators.walk import chosen

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)

ME, ANOTHER = "demo-haneul", "demo-hong"


@pytest.fixture
def provider(identity: Running, settings: LazySettings) -> Iterator[Running]:  # noqa: F811
    """The portal uses this identity provider, in a process of its own."""
    settings.EOK_IDENTITY = "eok.linkage.adapters.oidc.Provider"
    settings.EOK_IDENTITY_URL = identity.url
    settings.EOK_IDENTITY_SECRET = SECRET
    registry.forget()
    yield identity
    registry.forget()


def at_provider(client: Client, provider: Running, address: str, who: str) -> str:
    """Choose a person there and come back; where the portal sends one on."""
    answer = client.get(f"/accounts/callback/?{urlencode(chosen(provider.http, address, who))}")
    return answer.headers.get("Location", "")


def came_in(provider: Running) -> Client:
    client = Client()
    away = client.post("/accounts/sign-in/", {"next": "/apply/mail-order-report"})["Location"]
    assert at_provider(client, provider, away, ME) == "/apply/mail-order-report"
    return client


def test_signing_there_lets_one_file_here(provider: Running) -> None:
    client = came_in(provider)
    draft = walking.ready(client)
    here = f"/drafts/{draft.pk}/submit/"

    back = at_provider(client, provider, client.post(here, {"do": "sign"})["Location"], ME)
    filed = client.post(back, {"do": "file"})

    application = Application.objects.get()
    assert back == here
    assert filed["Location"] == f"/drafts/{draft.pk}/done/"
    assert application.signature.digest == application.digest


def test_another_person_signing_there_files_nothing(provider: Running) -> None:
    client = came_in(provider)
    draft = walking.ready(client)
    here = f"/drafts/{draft.pk}/submit/"

    at_provider(client, provider, client.post(here, {"do": "sign"})["Location"], ANOTHER)
    response = client.post(here, {"do": "file"})

    assert response.status_code == 422
    assert not Application.objects.exists()
