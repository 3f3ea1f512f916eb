"""세무서 폐업신고 by hand: the officer sent the form on and says where, when and under which number."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from eok.core import clock
from eok.core.access import Who, open_to
from eok.core.errors import InvalidError, NotFoundError
from eok.desk import asking, typed
from eok.desk.finding import case_of, officer_of
from eok.krds.fields import Field, Kind, date_parts
from eok.payments import queries as payments
from eok.payments.actions.hand_over_closure import Sent, note_sent
from eok.payments.models import ClosureHandOver

LONGEST = 60


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def tax_closure(request: HttpRequest, case_id: str) -> HttpResponse:
    """`/desk/cases/<id>/tax-closure/`."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    row = payments.closure_of(found)
    if row is None:
        raise NotFoundError(
            "이 사건에는 세무서로 보낼 폐업신고가 없습니다. 함께 내지 않았습니다. 사건 화면에서 확인해 주세요."
        )
    return asking.answer(
        request,
        found,
        _page(request, row),
        lambda: note_sent(case_id=found.pk, sent=_sent(request), by=officer),
    )


def _page(request: HttpRequest, row: ClosureHandOver) -> asking.Page:
    return asking.Page(
        "세무서로 보낸 것을 적어요",
        f"함께 낸 폐업신고서를 지체 없이 관할 세무서에 보내고, 보낸 것을 적어 주세요. ({row.law})",
        "보낸 것 적기",
        _fields(request),
    )


def _fields(request: HttpRequest) -> tuple[Field, ...]:
    given = request.POST
    on = "-".join(given.get(f"on.{part}", "") for part in ("year", "month", "day"))
    on = on if request.method == "POST" else clock.seoul_now().date().isoformat()
    return (
        Field("to", "to", "보낸 세무서", value=given.get("to", ""), autosave=False),
        Field("number", "number", "문서번호", value=given.get("number", ""), autosave=False),
        Field("on", "on", "보낸 날", Kind.DATE, on, parts=date_parts("on", on), autosave=False),
    )


def _sent(request: HttpRequest) -> Sent:
    given = request.POST
    try:
        on = date(*(int(given.get(f"on.{part}", "")) for part in ("year", "month", "day")))
    except (ValueError, OverflowError):
        raise InvalidError("보낸 날을 읽을 수 없습니다. 연, 월, 일을 숫자로 적어 주세요.", "on") from None
    return Sent(
        typed.words(given.get("to", ""), "to", LONGEST),
        typed.words(given.get("number", ""), "number", LONGEST),
        on,
    )
