"""What was sent could not be saved, because the session ended or there is no room: it is not thrown away.

A page answers with what was typed, ready to be sent again; a script gets a fragment that says why and until when
everything is kept (KWCAG 2.2, 6.2.1: a time limit loses nothing).
"""

import logging
from collections.abc import Callable
from functools import wraps

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import urlencode

from eok.core.errors import EokError, UnavailableError
from eok.krds.middleware import translate
from eok.krds.page import render

log = logging.getLogger("eok.request")

View = Callable[..., HttpResponseBase]
SIGNED_OUT = "로그인이 끝나 올리지 못했어요. 다시 로그인하고 올려 주세요."
_TOKEN = "csrfmiddlewaretoken"


def keeps_what_was_typed(view: View) -> View:
    """Outermost: catches what was sent by somebody who is not signed in any more, or while nothing can be saved."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.method == "POST" and getattr(request, "person", None) is None:
            return _signed_out(request)
        try:
            return view(request, *args, **kwargs)
        except (EokError, DatabaseError, OSError) as fault:
            error = translate(fault)
            if request.method != "POST" or not isinstance(error, UnavailableError):
                raise
            log.error("%s: %s", type(fault).__name__, fault)
            return _not_saved(request, error)

    return guarded


def _signed_out(request: HttpRequest) -> HttpResponse:
    page = request.path.removesuffix("save/")
    sign_in = f"{reverse('accounts:sign_in')}?{urlencode({'next': page})}"
    return _told(request, "signed_out", {"sign_in": sign_in}, SIGNED_OUT, 401)


def _not_saved(request: HttpRequest, error: EokError) -> HttpResponse:
    return _told(request, "not_saved", {"message": error.message}, error.message, error.status)


def _told(request: HttpRequest, why: str, facts: dict[str, str], of_file: str, status: int) -> HttpResponse:
    """why: names the templates.  of_file: the sentence in the row of a file that a script was putting up."""
    name = request.resolver_match.url_name if request.resolver_match else ""
    if name == "add_file":
        return _file_not_taken(request, of_file, status)
    context = {
        **facts,
        "typed": [(key, value) for key, values in request.POST.lists() for value in values if key != _TOKEN],
        "files": [str(file.name) for _, files in request.FILES.lists() for file in files],
    }
    template = f"portal/{'_' if name == 'save' else ''}apply_{why}.html"
    return render(request, template, context, status=status)


def _file_not_taken(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    """The row of the file that a script was putting up."""
    name = next((str(file.name) for _, files in request.FILES.lists() for file in files), "파일")
    context = {"name": name, "size": 0, "error": sentence}
    return render(request, "portal/_file_failed.html", context, status=status)
