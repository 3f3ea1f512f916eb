"""The session ended while somebody was writing: what was sent is not thrown away.

A page answers with what was typed, ready to be sent again after signing in elsewhere; a script gets a fragment
that says until when everything is kept (KWCAG 2.2, 6.2.1: a time limit loses nothing).
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import urlencode

from eok.krds.page import render

View = Callable[..., HttpResponseBase]
SIGNED_OUT = "로그인이 끝나 올리지 못했어요. 다시 로그인하고 올려 주세요."
_TOKEN = "csrfmiddlewaretoken"


def keeps_what_was_typed(view: View) -> View:
    """Outermost: catches what was sent by somebody who is not signed in any more."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.method != "POST" or getattr(request, "person", None) is not None:
            return view(request, *args, **kwargs)
        return _told(request)

    return guarded


def _told(request: HttpRequest) -> HttpResponse:
    name = request.resolver_match.url_name if request.resolver_match else ""
    page = request.path.removesuffix("save/")
    if name == "add_file":
        return _file_not_taken(request)
    context = {
        "sign_in": f"{reverse('accounts:sign_in')}?{urlencode({'next': page})}",
        "typed": [(key, value) for key, values in request.POST.lists() for value in values if key != _TOKEN],
        "files": [str(file.name) for _, files in request.FILES.lists() for file in files],
    }
    template = "portal/_apply_signed_out.html" if name == "save" else "portal/apply_signed_out.html"
    return render(request, template, context, status=401)


def _file_not_taken(request: HttpRequest) -> HttpResponse:
    """The row of the file that a script was putting up."""
    name = next((str(file.name) for _, files in request.FILES.lists() for file in files), "파일")
    context = {"name": name, "size": 0, "error": SIGNED_OUT}
    return render(request, "portal/_file_failed.html", context, status=401)
