"""개인정보 요구: what residents demand about their own data, until when, and the answer as a document."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from eok.accounts.roles import Role
from eok.core.access import Who, open_to
from eok.core.errors import InvalidError, NotFoundError
from eok.core.keyed import Key
from eok.desk import demandpage, typed, unmasking
from eok.desk.finding import officer_of, require_role
from eok.desk.reading import note, note_list
from eok.desk.views.unmask import ask_first
from eok.krds import csv_file, filters
from eok.krds.page import render
from eok.papers import http
from eok.privacy import queries
from eok.privacy.actions import answer as answering
from eok.privacy.models import DisclosureRequest
from eok.trail.acts import Act

ENDED = 100
"""Ended demands on the page, the newest."""
HEAD = ("번호", "무엇을", "요구한 사람", "받은 때", "기한", "상태")


@require_safe
@open_to(Who.OFFICER)
def demands(request: HttpRequest) -> HttpResponse:
    """`/desk/privacy/`: what waits, least time first, then what is ended; names masked."""
    officer = officer_of(request)
    require_role(officer, Role.PRIVACY)
    waiting = [demandpage.line(row) for row in queries.waiting()]
    ended = [demandpage.line(row) for row in queries.ended(ENDED)]
    note_list(officer, "demands", len(waiting) + len(ended))
    if request.GET.get("as") == "csv":
        return csv_file.file("개인정보 요구", HEAD, (_cells(line) for line in (*waiting, *ended)))
    context = {"waiting": waiting, "ended": ended, "late": sum(line.late for line in waiting)}
    return render(request, "desk/demands.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def demand(request: HttpRequest, request_id: Key) -> HttpResponse:
    """`/desk/privacy/<id>/`: answer all or a part, postpone, refuse (개인정보 보호법 §35③④)."""
    officer = officer_of(request)
    require_role(officer, Role.PRIVACY)
    row = queries.get(request_id)
    if request.method != "POST":
        return _page(request, row, QueryDict())
    try:
        _do(request, row)
    except InvalidError as error:
        return _page(request, row, request.POST, error)
    return redirect(reverse("desk:demand", args=[row.pk]))


@require_safe
@open_to(Who.OFFICER)
def demand_answer(request: HttpRequest, request_id: Key) -> HttpResponse:
    """The document as it was told: everything about one person, so it needs 가림 풀기."""
    officer = officer_of(request)
    require_role(officer, Role.PRIVACY)
    row = queries.get(request_id)
    if row.document is None:
        raise NotFoundError(
            "아직 알린 문서가 없습니다. 알린 뒤에 볼 수 있습니다. 요구 화면으로 돌아가 주세요."
        )
    if unmasking.lift_of(request, f"disclosure:{row.pk}") is None:
        return ask_first("demand", row.pk, request.path)
    note(officer, f"disclosure:{row.pk}", "알림 문서 열람", Act.SAVE)
    return http.download(request, row.document)


def _do(request: HttpRequest, row: DisclosureRequest) -> None:
    given, officer = request.POST, officer_of(request)
    if given.get("do") == "postpone":
        until, reason = demandpage.day_of(given), typed.words(given.get("reason", ""), "reason")
        answering.postpone(request_id=row.pk, until=until, reason=reason, by=officer)
    elif given.get("do") == "refuse":
        answering.refuse(request_id=row.pk, given=demandpage.answer_of(given), by=officer)
    else:
        answering.answer(request_id=row.pk, given=demandpage.answer_of(given), by=officer)


def _page(
    request: HttpRequest, row: DisclosureRequest, given: QueryDict, error: InvalidError | None = None
) -> HttpResponse:
    subject = f"disclosure:{row.pk}"
    note(officer_of(request), subject, "개인정보 요구 열람")
    lift = unmasking.lift_of(request, subject)
    context = demandpage.context(row, given, error, lifted=lift is not None)
    status = error.status if error else 200
    return render(request, "desk/demand.html", {**context, "lift": lift}, status=status)


def _cells(line: demandpage.Line) -> tuple[str, ...]:
    row = line.row
    return (
        row.request_no, line.kind, line.person, filters.short_datetime(row.received_at),
        filters.short_date(row.due_on), "기한 지남" if line.late else line.state,
    )  # fmt: skip
