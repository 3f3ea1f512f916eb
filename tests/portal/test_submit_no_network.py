"""The identity provider cannot be reached: it is said on the page, 503, and the draft waits as it is."""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings

from eok.accounts.models import Signature
from eok.applications import drafts
from eok.applications.models import Application, Draft
from eok.linkage import registry
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]


@pytest.fixture
def no_network(settings: LazySettings) -> Iterator[None]:
    """Nobody listens where the provider should be."""
    settings.EOK_IDENTITY = "eok.linkage.adapters.oidc.Provider"
    settings.EOK_IDENTITY_URL = "http://127.0.0.1:9"
    settings.EOK_IDENTITY_SECRET = "a secret of this test only"
    registry.forget()
    yield
    registry.forget()


def test_signing_is_refused_in_a_sentence_and_nothing_is_lost(no_network: None) -> None:
    client, _ = walking.signed_in()
    draft = walking.ready(client)
    before = drafts.read(Draft.objects.get(pk=draft.pk))

    response = client.post(f"/drafts/{draft.pk}/submit/", {"do": "sign"})

    page = walking.text(response)
    assert response.status_code == 503
    assert "본인확인" in page and "연결되지 않습니다" in page and "서명하기" in page
    assert drafts.read(Draft.objects.get(pk=draft.pk)) == before
    assert not Signature.objects.exists() and not Application.objects.exists()
