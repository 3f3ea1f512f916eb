"""Which addresses exist. Each room names its own in its `urls.py`; `EOK_ROLE` opens one side or both.

`accounts` and `krds` stand on both sides; the former opens only the doors of the side that is served.
"""

from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

PUBLIC_ROOMS = (
    "portal", "verification", "trail", "applications", "casework", "payments", "certificates", "api",
)  # fmt: skip
DESK_ROOMS = ("desk",)
BOTH_ROOMS = ("gate", "accounts", "krds", "papers")
ROOMS = {
    "all": (*BOTH_ROOMS, *PUBLIC_ROOMS, *DESK_ROOMS),
    "public": (*BOTH_ROOMS, *PUBLIC_ROOMS),
    "desk": (*BOTH_ROOMS, *DESK_ROOMS),
}


def _patterns(rooms: tuple[str, ...]) -> list[URLPattern | URLResolver]:
    there = [room for room in rooms if find_spec(f"eok.{room}") and find_spec(f"eok.{room}.urls")]
    return [path("", include(f"eok.{room}.urls")) for room in there]


urlpatterns: list[URLPattern | URLResolver] = _patterns(ROOMS[settings.EOK_ROLE])

handler400 = "eok.krds.middleware.bad_request"
handler404 = "eok.krds.middleware.not_found"
handler500 = "eok.krds.middleware.broken"
