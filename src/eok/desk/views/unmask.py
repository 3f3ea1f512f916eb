"""가림 풀기 and 다시 가리기: the purpose is asked, the act recorded, and only then anything stands in clear."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from eok.core.access import Who, open_to
from eok.core.errors import InvalidError
from eok.desk import typed, unmaskable, unmasking
from eok.desk.counts import menu
from eok.desk.finding import officer_of
from eok.desk.unmaskable import Unmaskable
from eok.krds.fields import Choice, Field, Kind, errors_of
from eok.krds.page import render
from eok.trail import purposes
from eok.trail.purposes import Purpose

WORDS = 300
"""Longest words beside a purpose."""


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def unmask(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """`/desk/unmask/<kind>/<key>/`: why, in a choice and words; POST shows in clear and goes on."""
    found = unmaskable.find(request, kind, key)
    if request.method != "POST":
        return _page(request, found)
    try:
        purpose = _purpose(request)
        unmasking.lift(request, found.subject, purpose, _words(request, purpose))
    except InvalidError as error:
        return _page(request, found, error)
    return redirect(_onward(request, found))


@require_POST
@open_to(Who.OFFICER)
def cover(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """다시 가리기; it may always be done."""
    found = unmaskable.find(request, kind, key)
    unmasking.cover(request, found.subject)
    return redirect(_onward(request, found))


def ask_first(kind: str, key: object, onward: str) -> HttpResponse:
    """What is opened shows values in clear: first say why, then go on there."""
    return redirect(f"{reverse('desk:unmask', args=[kind, str(key)])}?{urlencode({'next': onward})}")


def _purpose(request: HttpRequest) -> Purpose:
    purpose = purposes.of(request.POST.get("purpose", ""))
    if purpose is None:
        raise InvalidError("무엇 때문에 보는지 골라 주세요. 아직 가려져 있어요.", "purpose")
    return purpose


def _words(request: HttpRequest, purpose: Purpose) -> str:
    words = typed.words(request.POST.get("words", ""), "words", WORDS)
    if purpose.words_needed and not words:
        raise InvalidError("이 까닭은 한 줄로 적어 주세요. 아직 가려져 있어요.", "words")
    return words


def _page(request: HttpRequest, found: Unmaskable, error: InvalidError | None = None) -> HttpResponse:
    given = request.POST if request.method == "POST" else request.GET
    wrong = {error.field: error.message} if error else {}
    options = tuple(Choice(p.key, p.label) for p in purposes.PURPOSES)
    fields = (
        Field("purpose", "purpose", "무엇 때문에 보나요?", Kind.RADIOS, given.get("purpose", "review"),
              options=options, error=wrong.get("purpose", ""), autosave=False),
        Field("words", "words", "덧붙일 말", value=given.get("words", ""), required=False, max_length=WORDS,
              help="감사·점검이나 다른 까닭이면 꼭 적어 주세요. 개인정보는 적지 마세요.",
              error=wrong.get("words", ""), autosave=False),
    )  # fmt: skip
    context = {
        "found": found, "fields": fields, "errors": errors_of(fields), "next": given.get("next", ""),
        "minutes": settings.EOK_UNMASK_MINUTES, "desk_counts": menu(officer_of(request)),
    }  # fmt: skip
    return render(request, "desk/unmask.html", context, status=error.status if error else 200)


def _onward(request: HttpRequest, found: Unmaskable) -> str:
    """Only to a page of the desk."""
    asked = request.POST.get("next", "")
    ours = asked.startswith("/desk/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if ours else found.back
