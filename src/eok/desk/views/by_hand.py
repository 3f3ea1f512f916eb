"""손으로 할 일: messages that no system sends; an officer sends each and says so (the port's manual way)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from eok.casework import permissions
from eok.casework.models import Case
from eok.core.access import Who, open_to
from eok.core.errors import ConflictError
from eok.core.pii import Kind
from eok.desk import conflict, messagelines, unmasking
from eok.desk.counts import menu
from eok.desk.finding import case_of, officer_of
from eok.desk.reading import note_case, note_list
from eok.krds.page import render
from eok.notify import queries as notify
from eok.notify.actions.note_sent import note_sent
from eok.notify.errors import MessageNotFoundError
from eok.notify.models import Message

LIMIT = 200
"""Rows of one page; those that wait longest come first."""
KEY = "desk_sent_by_hand"
"""Of the session: the number of the message that was noted as sent, shown once."""


@require_safe
@open_to(Who.OFFICER)
def by_hand(request: HttpRequest) -> HttpResponse:
    """`/desk/by-hand/`: what waits to be sent, names masked."""
    officer = officer_of(request)
    found = notify.by_hand(permissions.departments_of(officer))
    shown = messagelines.lines(found[:LIMIT])
    note_list(officer, "by-hand", len(shown))
    context = {
        "messages": shown,
        "total": found.count(),
        "sent": request.session.pop(KEY, ""),
        "desk_counts": menu(officer),
    }
    return render(request, "desk/by_hand.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def message(request: HttpRequest, message_id: str) -> HttpResponse:
    """One message with phone and text, which is a reading; sent, it is noted with who and when."""
    officer = officer_of(request)
    found = notify.for_hands(message_id)
    if found is None:
        raise MessageNotFoundError
    case = case_of(officer, found.case_id)
    line = messagelines.line(found)
    if request.method == "POST":
        try:
            note_sent(message_id=found.pk, by=officer)
        except ConflictError as error:
            return conflict.show(request, case, error)
        request.session[KEY] = line.number
        return redirect(reverse("desk:by_hand"))
    waits = found.state == "by_hand"
    if waits:
        note_case(officer, case, "문자를 손으로 보내려고 열람")
    context = {
        "line": line,
        "message": found,
        "case": case,
        "outgoing": _shown(request, found, case) if waits else None,
        "lift": unmasking.lift_of(request, unmasking.subject_of(case)),
        "desk_counts": menu(officer),
    }
    return render(request, "desk/by_hand_message.html", context)


def _shown(request: HttpRequest, message: Message, case: Case) -> dict[str, str]:
    """Phone and text as they may stand on the screen."""
    veil, said = unmasking.veil_of(request, case), notify.outgoing(message)
    return {"to": veil.value(Kind.PHONE, said.to), "text": veil.text(said.text)}
