"""열람 기록 월 점검: who saw what in a month, what stands out and what was found of it, signed (개인정보 보호법 시행령 §30① 5호)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from eok.accounts.models import Officer
from eok.accounts.roles import Role
from eok.core.access import Who, open_to
from eok.core.errors import InvalidError, NotFoundError
from eok.desk import reviewpage, typed
from eok.desk.finding import officer_of, require_role
from eok.desk.reading import note, note_list
from eok.krds import csv_file, filters
from eok.krds.fields import Choice, Field, Kind, errors_of
from eok.krds.page import render
from eok.privacy import months
from eok.privacy.actions import review as reviewing
from eok.privacy.judging import JUDGEMENTS
from eok.privacy.months import Month
from eok.privacy.unusual import Finding
from eok.trail.queries import unmasking_words

NOTE = 1000
HEAD = ("점검 기준", "때", "본 사람", "부서", "무엇을", "한 일", "까닭", "판단", "적은 것", "판단한 사람")


@require_safe
@open_to(Who.OFFICER)
def reviews(request: HttpRequest) -> HttpResponse:
    """`/desk/reading-review/`: every month, those not looked through marked."""
    _reviewer(request)
    return render(request, "desk/reviews.html", {"lines": reviewpage.month_lines()})


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def review(request: HttpRequest, month: str) -> HttpResponse:
    """`/desk/reading-review/2026-11/`: counts, what stands out; POST signs the month."""
    officer, of = _reviewer(request), months.month(month)
    error = None
    if request.method == "POST":
        try:
            reviewing.sign(of=of, by=officer)
            return redirect(reverse("desk:reviews"))
        except InvalidError as found:
            error = found
    note_list(officer, f"review-{of.key}", 1)
    context = reviewpage.context(of)
    if request.GET.get("as") == "csv":
        return csv_file.file(f"열람 기록 점검 {of.key}", HEAD, (_cells(line) for line in context["lines"]))  # type: ignore[attr-defined]  # the template's own list
    status = error.status if error else 200
    return render(request, "desk/review.html", {**context, "error": error}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def finding(request: HttpRequest, month: str, reading_id: int, rule: str) -> HttpResponse:
    """One look that stands out: all that is known of it, and the judgement."""
    officer, of = _reviewer(request), months.month(month)
    found = _finding(of, reading_id, rule)
    if request.method != "POST":
        return _page(request, of, found)
    try:
        said = typed.words(request.POST.get("note", ""), "note", NOTE)
        reviewing.judge(
            of=of, finding=found, judgement=request.POST.get("judgement", ""), note=said, by=officer
        )
    except InvalidError as error:
        return _page(request, of, found, error)
    return redirect(f"{reverse('desk:review', args=[of.key])}#findings")


def _reviewer(request: HttpRequest) -> Officer:
    officer = officer_of(request)
    require_role(officer, Role.PRIVACY, Role.AUDITOR)
    return officer


def _finding(of: Month, reading_id: int, rule: str) -> Finding:
    for one in months.findings(months.looks(of)):
        if one.seen.id == reading_id and one.rule.key == rule:
            return one
    raise NotFoundError(
        "점검할 그런 기록이 없습니다. 기준에 맞는 것만 볼 수 있습니다. 그 달의 점검 화면에서 골라 주세요."
    )


def _page(request: HttpRequest, of: Month, found: Finding, error: InvalidError | None = None) -> HttpResponse:
    note(officer_of(request), f"reading:{found.seen.id}", "열람 기록 점검")
    given, wrong = request.POST, {error.field: error.message} if error else {}
    options = tuple(Choice(key, label) for key, label in JUDGEMENTS.items())
    fields = (
        Field("judgement", "judgement", "판단", Kind.RADIOS, given.get("judgement", ""), options=options,
              error=wrong.get("judgement", ""), autosave=False),
        Field("note", "note", "적어 둘 것", Kind.TEXTAREA, given.get("note", ""), rows=3, required=False,
              help="정상이 아니면 꼭 적어 주세요.", error=wrong.get("note", ""), autosave=False),
    )  # fmt: skip
    context = {
        "month": of, "line": reviewpage.finding_lines(of, [found])[0], "fields": fields, "errors": errors_of(fields),
        "words": unmasking_words(found.seen.id),
    }  # fmt: skip
    return render(request, "desk/review_finding.html", context, status=error.status if error else 200)


def _cells(line: reviewpage.FindingLine) -> tuple[str, ...]:
    seen, last = line.finding.seen, line.last
    judged = (last.label, last.note, last.by) if last else ("", "", "")
    return (
        line.finding.rule.label, filters.short_datetime(seen.at), line.who, line.department, line.what, line.act,
        seen.purpose, *judged,
    )  # fmt: skip
