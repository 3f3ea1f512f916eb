"""권한: who holds what, since when, by whom; giving, confirming, taking back, and the half-yearly review."""

from typing import cast

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eok.accounts import rights, rightsform
from eok.accounts.actions import rights as actions
from eok.accounts.errors import RightError
from eok.accounts.models import Grant, Officer
from eok.accounts.rights import Held
from eok.core.access import Who, open_to
from eok.core.errors import NotAllowedError, NotFoundError
from eok.krds import csv_file
from eok.krds.fields import errors_of
from eok.krds.page import render

HEAD = (
    "직원", "아이디", "맡은 일", "부서", "민원사무", "첫날", "마지막 날", "상태", "준 사람", "까닭", "문서번호",
    "확인한 사람", "거둔 까닭", "마지막 로그인",
)  # fmt: skip


@never_cache
@require_safe
@open_to(Who.OFFICER)
def held(request: HttpRequest) -> HttpResponse:
    """`/desk/rights/`: what holds now or waits; `all=1` also what is over; `as=csv` as a file."""
    places = _places(request)
    everything = request.GET.get("all") == "1"
    login = request.GET.get("login", "")[:40]
    found = rights.listed(places, login=login, everything=everything)
    if request.GET.get("as") == "csv":
        return csv_file.file("권한", HEAD, (_line(one) for one in found))
    context = {
        "rights": found,
        "everything": everything,
        "login": login,
        "due": rights.review_is_due(places),
        "gives": places is None or bool(places),
    }
    return render(request, "accounts/rights.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def give(request: HttpRequest) -> HttpResponse:
    """`/desk/rights/new/`: a form; what was typed stays with every error."""
    _places(request)
    if request.method != "POST":
        return _form(request, request.GET)
    try:
        asked = rightsform.read(request.POST)
        given = actions.give(
            asked.officer,
            asked.right,
            by=_officer(request),
            reason=asked.reason,
            document_no=asked.document_no,
        )
    except (RightError, NotAllowedError) as error:
        return _form(request, request.POST, error)
    return redirect(reverse("accounts:right", args=[given.pk]))


@never_cache
@require_safe
@open_to(Who.OFFICER)
def one(request: HttpRequest, grant_id: int) -> HttpResponse:
    """`/desk/rights/<id>/`: one right with its history, and what may be done to it."""
    _, found = _found(request, grant_id)
    return _page_of(request, found)


@never_cache
@require_POST
@open_to(Who.OFFICER)
def end(request: HttpRequest, grant_id: int) -> HttpResponse:
    """Take it back, at once."""
    grant, found = _found(request, grant_id)
    try:
        actions.end(grant, by=_officer(request), reason=request.POST.get("reason", ""))
    except (RightError, NotAllowedError) as error:
        return _page_of(request, found, error)
    return redirect(reverse("accounts:right", args=[grant.pk]))


@never_cache
@require_POST
@open_to(Who.OFFICER)
def confirm(request: HttpRequest, grant_id: int) -> HttpResponse:
    """The second person agrees."""
    grant, found = _found(request, grant_id)
    try:
        actions.confirm(grant, by=_officer(request))
    except NotAllowedError as error:
        return _page_of(request, found, error)
    return redirect(reverse("accounts:right", args=[grant.pk]))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def review(request: HttpRequest) -> HttpResponse:
    """`/desk/rights/review/`: all that holds, to be gone through twice a year; the outcome is kept."""
    places = _places(request)
    found = rights.listed(places)
    error: RightError | NotAllowedError | None = None
    if request.method == "POST":
        department = "" if places is None else places[0]
        try:
            actions.review(
                by=_officer(request),
                department=department,
                held=len(found),
                note=request.POST.get("note", ""),
            )
            return redirect(reverse("accounts:review_rights"))
        except (RightError, NotAllowedError) as raised:
            error = raised
    context = {
        "rights": found,
        "reviews": rights.reviews(places),
        "due": rights.review_is_due(places),
        "error": error.message if error else "",
        "note": request.POST.get("note", ""),
    }
    return render(request, "accounts/rights_review.html", context, status=error.status if error else 200)


def _places(request: HttpRequest) -> tuple[str, ...] | None:
    """Raises NotAllowedError for officers who have nothing to do with rights."""
    places = rights.places_of(_officer(request))
    if places == ():
        raise NotAllowedError(
            "권한은 운영자, 감사 담당, 부서장이 봅니다. 열지 않았습니다. 내 권한은 ‘로그인한 곳’ 화면에서 볼 수 있습니다."
        )
    return places


def _found(request: HttpRequest, grant_id: int) -> tuple[Grant, Held]:
    found = rights.one(grant_id, _places(request))
    if found is None:
        raise NotFoundError(
            "그런 권한을 찾을 수 없습니다. 다른 부서의 것일 수 있습니다. 목록에서 다시 찾아 주세요."
        )
    return found


def _form(
    request: HttpRequest, typed: QueryDict, error: RightError | NotAllowedError | None = None
) -> HttpResponse:
    fields = rightsform.fields(
        {name: str(typed[name]) for name in typed}, error if isinstance(error, RightError) else None
    )
    context = {
        "fields": fields,
        "errors": errors_of(fields),
        "refused": error.message if error and not errors_of(fields) else "",
    }
    return render(request, "accounts/right_form.html", context, status=error.status if error else 200)


def _page_of(
    request: HttpRequest, found: Held, error: RightError | NotAllowedError | None = None
) -> HttpResponse:
    context = {"right": found, "error": error.message if error else "", "field": getattr(error, "field", "")}
    return render(request, "accounts/right.html", context, status=error.status if error else 200)


def _line(one: Held) -> tuple[str, ...]:
    last = one.last_in.date().isoformat() if one.last_in else ""
    to_on = one.to_on.isoformat() if one.to_on else ""
    return (
        one.officer, one.login, one.role, one.department, one.service, one.from_on.isoformat(), to_on, one.state,
        one.given_by, one.reason, one.document_no, one.confirmed, one.ended, last,
    )  # fmt: skip


def _officer(request: HttpRequest) -> Officer:
    return cast(Officer, request.officer)  # type: ignore[attr-defined]  # set by the middleware
