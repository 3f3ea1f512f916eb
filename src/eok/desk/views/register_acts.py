"""An act of the office on one entry: asked, shown as it will stand, confirmed; never done twice."""

from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from eok.core.access import Who, open_to
from eok.core.errors import ConflictError, EokError, InvalidError, NotAllowedError
from eok.desk import actforms, actpreview, entrypage, typed, unmasking
from eok.desk.finding import officer_of
from eok.desk.reading import note
from eok.desk.views.register import KEY
from eok.desk.views.unmask import ask_first
from eok.krds.fields import errors_of
from eok.krds.page import render
from eok.licences import lifecycle
from eok.licences.actions import act as acting
from eok.licences.errors import LicenceNotFoundError
from eok.licences.lifecycle import Verb
from eok.licences.models import Licence

COVERED = "가림을 푼 시간이 끝나 적지 않았습니다. 대장은 그대로입니다. 가림을 풀고 다시 해 주세요."


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def register_act(request: HttpRequest, licence_id: str, verb: str) -> HttpResponse:
    """`/desk/licences/<id>/acts/<verb>/`: GET asks; POST shows what changes; POST with `sure` does it."""
    officer = officer_of(request)
    licence = entrypage.entry_of(officer, licence_id)
    if verb not in acting.DECIDED_AS:
        raise LicenceNotFoundError
    row = lifecycle.verb(verb)
    subject = f"licence:{licence.pk}"
    note(officer, subject, "대장 열람(직권)")
    hidden = verb in actforms.IN_CLEAR and unmasking.lift_of(request, subject) is None
    try:
        acting.require_decider(licence, verb, officer)
        if request.method != "POST":
            lifecycle.require(licence.state, verb, licence.licence_no)
            return ask_first("licence", licence.pk, request.path) if hidden else _ask(request, licence, row)
        if hidden:
            raise ConflictError(COVERED)
        return _answer(request, licence, row)
    except InvalidError as error:
        return _ask(request, licence, row, error)
    except (ConflictError, NotAllowedError) as error:
        return _conflict(request, licence, row, error)


def _answer(request: HttpRequest, licence: Licence, row: Verb) -> HttpResponse:
    officer, act = officer_of(request), actforms.read(licence, row.name, request.POST)
    if request.POST.get("sure"):
        token, seen = _token(request), typed.number(request.POST.get("seen", ""))
        acting.do(licence.pk, act, by=officer, token=token, seen=seen)
        request.session[KEY] = f"{row.label}: 대장에 적었어요."
        return redirect(reverse("desk:licence", args=[licence.pk]))
    details, law = acting.check(licence, act, by=officer)
    context = {
        "licence": licence,
        "row": row,
        "law": law,
        "changes": actpreview.changes(licence, row, details),
        "typed": [(name, value) for name, value in request.POST.items() if name not in ("csrfmiddlewaretoken", "sure")],
    }  # fmt: skip
    return render(request, "desk/licence_act_look.html", context)


def _ask(
    request: HttpRequest, licence: Licence, row: Verb, error: InvalidError | None = None
) -> HttpResponse:
    fields = actforms.fields(licence, row.name, request.POST)
    if error:
        fields = actforms.with_error(fields, error)
    context = {
        "licence": licence,
        "row": row,
        "fields": fields,
        "errors": errors_of(fields),
        "general_error": error.message if error and not errors_of(fields) else "",
        "token": request.POST.get("token") or str(uuid4()),
        "seen": licence.sequence if request.method != "POST" else request.POST.get("seen", ""),
    }
    return render(request, "desk/licence_act.html", context, status=error.status if error else 200)


def _conflict(request: HttpRequest, licence: Licence, row: Verb, error: EokError) -> HttpResponse:
    """Somebody was faster, or it is not this officer's: what happened, what was typed."""
    licence.refresh_from_db()
    known = actforms.fields(licence, row.name, request.POST) if request.method == "POST" else ()
    context = {
        "licence": licence,
        "message": error.message,
        "latest": entrypage.latest(licence),
        "typed": [
            (f.label, f.value)
            for f in known
            if isinstance(f.value, str) and f.value.strip("- ") and f.name in request.POST
        ],
    }
    return render(request, "desk/licence_conflict.html", context, status=error.status)


def _token(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("token", ""))
    except ValueError:
        raise InvalidError(
            "화면이 오래되었습니다. 적지 않았습니다. 내용을 확인하고 다시 눌러 주세요."
        ) from None
