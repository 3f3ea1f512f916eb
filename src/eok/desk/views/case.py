"""One case on one page, and the verbs that need only a few words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from eok.casework import clockwork, documents
from eok.casework.actions.accept import accept as accept_case
from eok.casework.actions.extend import GROUNDS
from eok.casework.actions.extend import extend as extend_period
from eok.core.access import Who, open_to
from eok.core.errors import InvalidError
from eok.desk import asking, casepage
from eok.desk.finding import case_of, officer_of, require_open
from eok.desk.reading import note_case
from eok.krds.fields import Choice, Field, Kind
from eok.krds.page import render


@require_safe
@open_to(Who.OFFICER)
def case(request: HttpRequest, case_id: str) -> HttpResponse:
    """`/desk/cases/<id>/`: answers beside papers, checks, clock with reasons, what may be done and why not."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    note_case(officer, found)
    return render(request, "desk/case.html", casepage.context(found, officer))


@require_safe
@open_to(Who.OFFICER)
def form_pdf(request: HttpRequest, case_id: str) -> HttpResponse:
    """The form as filed, for printing and for the file."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    note_case(officer, found, "제출본 서식 열람")
    response = HttpResponse(documents.form_as_filed(found.application), content_type="application/pdf")
    response.headers["Cache-Control"] = "no-store"
    return response


@require_http_methods(["GET", "POST"])
@open_to(Who.OFFICER)
def accept(request: HttpRequest, case_id: str) -> HttpResponse:
    """접수 by hand; the page asks once, so that a link never changes anything."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    if request.method == "POST":
        accept_case(case_id=found.pk, by=officer)
        return redirect(reverse("desk:case", args=[found.pk]))
    require_open(found, officer, "accept")
    page = asking.Page("접수할까요?", "접수하면 처리 기간을 세기 시작해요. (민원처리법 §19①)", "접수")
    return asking.show(request, found, page)


@require_http_methods(["GET", "POST"])
@open_to(Who.OFFICER)
def extend(request: HttpRequest, case_id: str) -> HttpResponse:
    """처리기간 연장, once, with one of the four grounds (민원처리법 시행령 §21①)."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    require_open(found, officer, "extend")
    typed = {name: request.POST.get(name, "") for name in ("value", "ground", "reason")}
    error: InvalidError | None = None
    if request.method == "POST":
        try:
            days = int(typed["value"]) if typed["value"].isdecimal() else 0
            extend_period(
                case_id=found.pk, value=days, ground=typed["ground"], reason=typed["reason"], by=officer
            )
            return redirect(reverse("desk:case", args=[found.pk]))
        except InvalidError as found_error:
            error = found_error
    longest = max(clockwork.period_of(found).value, 1)
    page = asking.Page(
        "처리 기간을 늘려요",
        f"한 번, 처음 기간({longest})까지 늘릴 수 있어요. 일이 많거나 담당자가 없는 것은 까닭이 되지 않아요.",
        "기간 늘리기",
        asking.with_error(_extension_fields(typed, longest), error),
    )
    return asking.show(request, found, page, error=error)


def _extension_fields(typed: dict[str, str], longest: int) -> tuple[Field, ...]:
    grounds = tuple(Choice(key, text) for key, text in GROUNDS.items())
    return (
        Field("ground", "ground", "늘리는 까닭", Kind.RADIOS, typed["ground"], options=grounds, autosave=False),
        Field("value", "value", "늘릴 날수", Kind.NUMBER, typed["value"], help=f"1에서 {longest}까지", unit="일",
              inputmode="numeric", width="w-4", autosave=False),
        Field("reason", "reason", "민원인에게 알릴 말", Kind.TEXTAREA, typed["reason"],
              help="그대로 문자와 나의 민원에 나가요.", autosave=False),
    )  # fmt: skip
