"""How a view says that its page is the same for everyone and may be kept (see page_cache)."""

from typing import Literal

from django.http import HttpRequest, HttpResponse

from eok.core.page_cache import MARK


def keep(
    request: HttpRequest, response: HttpResponse, *, until: Literal["version", "minute"]
) -> HttpResponse:
    """Mark a page for keeping: until data changes, or until the next working minute.

    A request with a session is never kept; the cache itself sees to that too.
    """
    response.headers[MARK] = until
    return response
