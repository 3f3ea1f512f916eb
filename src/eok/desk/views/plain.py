"""The page of every verb that has none of its own: what will happen, perhaps a reason, one button."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from eok.casework import lifecycle
from eok.casework.actions.do_plainly import do_plainly
from eok.casework.lifecycle import Clock, Reason, Transition
from eok.core.access import Who, open_to
from eok.desk import asking, typed
from eok.desk.finding import case_of, officer_of
from eok.krds.fields import Field, Kind

CLOCKS = {
    Clock.NONE: "",
    Clock.START: "처리 기간을 세기 시작해요. ",
    Clock.PAUSE: "처리 기간이 멈춰요. ",
    Clock.RESUME: "처리 기간이 다시 흘러요. ",
    Clock.EXTEND: "처리 기간이 늘어나요. ",
    Clock.STOP: "처리 기간이 끝나요. ",
}
"""What a verb does to the processing period, in words."""


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def plain(request: HttpRequest, case_id: str, verb: str) -> HttpResponse:
    """`/desk/cases/<id>/do/<verb>/`: a verb that the lifecycle table calls plain."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    row = lifecycle.plain_row(verb)
    reason = request.POST.get("reason", "")
    page = asking.Page(f"{row.label}: 이렇게 할까요?", _text(row), row.label, _fields(row, reason))

    def act() -> object:
        return do_plainly(case_id=found.pk, verb=verb, reason=typed.words(reason, "reason"), by=officer)

    return asking.answer(request, found, page, act, verb)


def _text(row: Transition) -> str:
    becomes = f"‘{lifecycle.STATES[row.to].label}’ 상태가 돼요. "
    return f"{becomes}{CLOCKS[row.clock]}({row.law})"


def _fields(row: Transition, reason: str) -> tuple[Field, ...]:
    if row.plain is Reason.NONE:
        return ()
    help_ = "그대로 민원인에게 알려요." if row.notice else "사건 기록에 남아요."
    required = row.plain is Reason.REQUIRED
    return (
        Field(
            "reason", "reason", "까닭", Kind.TEXTAREA, reason, help=help_, required=required, autosave=False
        ),
    )
