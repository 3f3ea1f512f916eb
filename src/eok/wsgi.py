"""The WSGI application granian runs: static files and the page cache stand in front of Django."""

import os
import sys
import time
from collections.abc import Callable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "eok.settings")

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application

from eok.core import sides
from eok.core.errors import EokError
from eok.core.keys import serve_the_web
from eok.core.postgresql import process

serve_the_web()
process.be(process.WEB)


def _set_up() -> WSGIHandler:
    """Django, ready; a wrong setting ends the process with its sentence instead of a trace."""
    from eok.core.soundness import load_pages, require_sound

    try:
        sides.keep_apart(settings.EOK_ROLE)
        ready = get_wsgi_application()
        require_sound()
        load_pages()
    except EokError as error:
        sys.exit(str(error))
    return ready


_django = _set_up()

from eok.casework import clockwork  # noqa: E402  # rooms can be read only after Django is set up
from eok.catalogue import stamp  # noqa: E402
from eok.core import clock, proxies  # noqa: E402
from eok.core.page_cache import PageCache  # noqa: E402
from eok.gate import flood  # noqa: E402
from eok.krds.static_files import serve_static  # noqa: E402
from eok.offices.calendar import calendar  # noqa: E402

LOOK_AGAIN_SECONDS = 1.0


def _now_and_then(read: Callable[[], str]) -> Callable[[], str]:
    """Ask at most once a second: a page view must not cost a look at the disk."""
    kept: tuple[str, float] | None = None

    def value() -> str:
        nonlocal kept
        now = time.monotonic()
        if kept is None or now - kept[1] > LOOK_AGAIN_SECONDS:
            kept = (read(), now)
        return kept[0]

    return value


def _version() -> str:
    """Files, calendar and the day: on its day a dated section of an affair is in force."""
    return f"{stamp.whole()}:{calendar().version}:{clock.seoul_now().date()}"


def _working_minute() -> str:
    """Pages with an expected date change only while the office is open."""
    return clockwork.acceptance(clock.now()).strftime("%Y%m%d%H%M")


page_cache = PageCache(
    serve_static(_django), version=_now_and_then(_version), minute=_now_and_then(_working_minute)
)
application = proxies.behind(
    flood.guarded(page_cache, on=settings.EOK_RATES), proxies.read(settings.EOK_PROXIES)
)
