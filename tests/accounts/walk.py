"""A resident walks through the door: portal, provider in its own process, portal."""

from urllib.parse import urlencode

from django.test import Client

from tests.accounts.response import Response
from tests.simulators.process import Running
from tests.simulators.walk import chosen

SIGN_IN = "/accounts/sign-in/"
CALLBACK = "/accounts/callback/"


def sent_away(client: Client, *, back_to: str = "/my/") -> str:
    """The provider's address the button leads to."""
    response = client.post(SIGN_IN, {"next": back_to})
    assert response.status_code == 302, response.content.decode()
    return str(response["Location"])


def came_back(client: Client, answer: dict[str, str]) -> Response:
    """The portal hears what the provider gave along."""
    return client.get(f"{CALLBACK}?{urlencode(answer)}")


def signed_in(
    client: Client, provider: Running, subject: str = "demo-hong", *, back_to: str = "/my/"
) -> Response:
    """The whole walk, as one of the simulator's people."""
    return came_back(client, chosen(provider.http, sent_away(client, back_to=back_to), subject))
