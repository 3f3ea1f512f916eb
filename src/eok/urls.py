"""Which addresses exist. Each room names its own in its `urls.py`; `EOK_ROLE` opens one side or both."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

PUBLIC_ROOMS = (
    "portal",
    "verification",
    "trail",
    "applications",
    "casework",
    "payments",
    "certificates",
    "api",
)
DESK_ROOMS = ("desk",)
BOTH_ROOMS = ("accounts", "krds", "papers")


def _patterns(rooms: tuple[str, ...]) -> list[URLPattern | URLResolver]:
    return [path("", include(f"eok.{room}.urls")) for room in rooms if find_spec(f"eok.{room}.urls")]


urlpatterns: list[URLPattern | URLResolver] = _patterns(BOTH_ROOMS)
if settings.EOK_ROLE in ("all", "public"):
    urlpatterns += _patterns(PUBLIC_ROOMS)
if settings.EOK_ROLE in ("all", "desk"):
    urlpatterns += _patterns(DESK_ROOMS)

handler400 = "eok.krds.middleware.bad_request"
handler404 = "eok.krds.middleware.not_found"
handler500 = "eok.krds.middleware.broken"
