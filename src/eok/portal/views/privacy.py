"""내 정보: who looked at it, and demands to see, mend or erase it (개인정보 보호법 §35, §36; 전자정부법 §43)."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eok.accounts import provider, sessions
from eok.accounts.flows import new_flow
from eok.core import clock
from eok.core.access import Who, open_to
from eok.core.errors import InvalidError, NotFoundError
from eok.core.keyed import Key
from eok.forms import free_text
from eok.krds import csv_file, filters
from eok.krds.page import render
from eok.papers import http
from eok.portal import privacy_pages
from eok.portal.not_lost import keeps_what_was_typed
from eok.portal.who import person_of
from eok.privacy import lookers, queries, record
from eok.privacy.actions.ask import ask as ask_office
from eok.privacy.models import DisclosureRequest
from eok.privacy.record import Demand
from eok.trail.actions.record_reading import record_reading
from eok.trail.acts import Act

LOOKS_A_PAGE = 50
LONGEST_WORDS = 1000
HEAD = ("때", "본 사람", "무엇을", "한 일", "까닭")


@require_safe
@open_to(Who.RESIDENT)
def privacy(request: HttpRequest) -> HttpResponse:
    """`/my/privacy/`: what I can ask for, what I asked, what became of it."""
    return render(request, "portal/my_privacy.html", privacy_pages.overview(person_of(request)))


@require_safe
@open_to(Who.RESIDENT)
def readings(request: HttpRequest) -> HttpResponse:
    """`/my/privacy/readings/`: every look at anything of mine; `as=csv` gives all of them."""
    looks = lookers.looks_at_all_of(person_of(request))
    if request.GET.get("as") == "csv":
        lines = ((filters.iso(k.at), k.who, k.what, k.act, k.purpose) for k in looks)
        return csv_file.file("누가 내 정보를 봤나", HEAD, lines)
    context = privacy_pages.paged(looks, request.GET.get("page", ""), LOOKS_A_PAGE)
    return render(request, "portal/my_readings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_what_was_typed
@open_to(Who.RESIDENT)
def ask(request: HttpRequest) -> HttpResponse:
    """`/my/privacy/ask/`: the demand, as easy as a filing (개인정보 보호법 §38④)."""
    error = None
    if request.method == "POST":
        try:
            row = ask_office(
                kind=request.POST.get("kind", ""), demand=_demand(request.POST), by=person_of(request)
            )
            return redirect(reverse("portal:privacy_request", args=[row.pk]))
        except InvalidError as found:
            error = found
    context = privacy_pages.form(request.POST if request.method == "POST" else request.GET, error)
    return render(request, "portal/my_privacy_ask.html", context, status=error.status if error else 200)


@require_safe
@open_to(Who.RESIDENT)
def demand(request: HttpRequest, request_id: str) -> HttpResponse:
    """`/my/privacy/<id>/`: number, until when, what happened; the receipt to print."""
    row = queries.own(person_of(request), request_id)
    return render(request, "portal/my_privacy_request.html", privacy_pages.one(row))


@require_safe
@open_to(Who.RESIDENT)
def answer_pdf(request: HttpRequest, request_id: Key) -> HttpResponse:
    """The answer. Logged before it leaves; asked for long after signing in, one proves anew who one is."""
    person = person_of(request)
    row = queries.own(person, request_id)
    if row.document is None:
        raise NotFoundError("아직 알린 문서가 없습니다. 알리면 이 화면에서 받습니다. 기한을 확인해 주세요.")
    if not sessions.proved_within(request, sessions.PERSON, sessions.FRESH_SECONDS):
        return redirect(f"{reverse('portal:privacy_request', args=[row.pk])}#prove")
    _note_fetched(row)
    return http.download(request, row.document)


@require_POST
@open_to(Who.RESIDENT)
def prove(request: HttpRequest, request_id: str) -> HttpResponse:
    """To the identity provider and back to the demand."""
    row = queries.own(person_of(request), request_id)
    back = reverse("portal:privacy_request", args=[row.pk])
    return redirect(provider.send(request, new_flow(back_to=back, asked_at=clock.now().timestamp())))


def _note_fetched(row: DisclosureRequest) -> None:
    record_reading(reader_kind="resident", reader=str(row.person_id), subject=f"disclosure:{row.pk}",
                   purpose="알림 문서 내려받기", act=Act.SAVE)  # fmt: skip
    record.write(row, "fetched", by=None, law="개인정보 보호법 §35①", details={})


def _demand(given: QueryDict) -> Demand:
    words = free_text.words(given.get("words", ""), "words", LONGEST_WORDS)
    scope = tuple(given.getlist("scope")) if given.get("kind") == "access" else ()
    return Demand(scope, words, given.get("receive", ""))
