"""Answers that carry an upload: from an origin of its own where one is set, and never in a way that could run.

The portal's view checks who asks and logs it, then leads the browser to the other origin with a ticket. Without
`EOK_FILES_URL` the same answer leaves from the portal itself, under the same sandbox (CSP Level 3, `sandbox`).
"""

from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from eok.papers import origin, preview, queries, ticket
from eok.papers.models import Upload
from eok.papers.ticket import Opens

SANDBOX = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors {}"


def page_image(request: HttpRequest, upload: Upload, page: int) -> HttpResponse:
    """One page as PNG."""
    return _answer(request, Opens(upload, page, inline=True))


def download(request: HttpRequest, upload: Upload) -> HttpResponse:
    """The bytes as they were given, to be saved."""
    return _answer(request, Opens(upload, 0, inline=False))


def opened(asked: Opens) -> HttpResponse:
    """What the ticket opens, closed against everything that could run."""
    if asked.page:
        return _closed(HttpResponse(preview.page_png(asked.upload, asked.page), content_type="image/png"))
    response = _closed(HttpResponse(queries.content(asked.upload), content_type=asked.upload.media_type))
    kind = "inline" if asked.inline else "attachment"
    response.headers["Content-Disposition"] = f"{kind}; filename*=UTF-8''{quote(queries.name(asked.upload))}"
    return response


def _answer(request: HttpRequest, asked: Opens) -> HttpResponse:
    if not origin.url():
        return opened(asked)
    made = ticket.issue(request, asked.upload, page=asked.page, inline=asked.inline)
    response = redirect(f"{origin.url()}{origin.FILES}{made}")
    response.headers["Cache-Control"] = "no-store"
    return response


def _closed(response: HttpResponse) -> HttpResponse:
    """Nothing runs, nothing is kept, nobody else frames it; our pages may show it from the other origin."""
    response.headers["Content-Security-Policy"] = SANDBOX.format(settings.EOK_BASE_URL)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin" if origin.url() else "same-origin"
    return response
