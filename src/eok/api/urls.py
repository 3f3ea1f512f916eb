"""Addresses of the interface, from the table of `endpoints.py`."""

import re

from django.urls import path, re_path

from eok.api import views
from eok.api.endpoints import ENDPOINTS, PATTERNS, Endpoint

app_name = "api"


def _route(endpoint: Endpoint) -> str:
    named = {name: f"(?P<{name}>{_bare(pattern)})" for name, (pattern, _) in PATTERNS.items()}
    return rf"^api/v1/{endpoint.path.format(**named)}\Z"


def _bare(pattern: str) -> str:
    """Only the named group may stand in an address: Django passes on no others beside it."""
    return re.sub(r"\((?!\?)", "(?:", pattern)


urlpatterns = [
    path("api/", views.described, name="described"),
    path("api/v1/openapi.json", views.description, name="description"),
    *(re_path(_route(endpoint), views.VIEWS[endpoint.name], name=endpoint.name) for endpoint in ENDPOINTS),
    re_path(r"^api/v1/(?P<rest>[\s\S]*)\Z", views.nowhere, name="nowhere"),
]
