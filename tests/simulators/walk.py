"""A person in a browser without scripts: opens the provider's page, presses a button, comes back."""

import re
from urllib.parse import parse_qsl, urlsplit

import httpx


def opened(http: httpx.Client, url: str) -> httpx.Response:
    return http.get(url, headers={"Accept": "text/html"})


def pressed(http: httpx.Client, page: httpx.Response, **fields: str) -> httpx.Response:
    """Send the page's form with these fields."""
    found = re.search(r'name="request" value="([^"]+)"', page.text)
    assert found, page.text
    form = {"request": found[1], **fields}
    return http.post("/authorize", data=form, headers={"Accept": "text/html"})


def came_back(response: httpx.Response) -> dict[str, str]:
    """What the portal gets in its address."""
    assert response.status_code == 303, response.text
    return dict(parse_qsl(urlsplit(response.headers["Location"]).query))


def chosen(http: httpx.Client, url: str, subject: str) -> dict[str, str]:
    """The whole walk: open, choose that person, come back."""
    return came_back(pressed(http, opened(http, url), person=subject))
