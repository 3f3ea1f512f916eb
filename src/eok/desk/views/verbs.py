"""The verbs that need only a few words: accept, extend, send back, return."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from eok.casework import clockwork
from eok.casework.actions import decide as deciding
from eok.casework.actions import propose as proposing
from eok.casework.actions.accept import accept as accept_case
from eok.casework.actions.extend import extend as extend_period
from eok.casework.actions.extend import longest
from eok.core.access import Who, open_to
from eok.desk import asking, typed
from eok.desk.finding import case_of, officer_of
from eok.krds.fields import Choice, Field, Kind
from eok.rules.extensions import GROUNDS
from eok.rules.periods import Period

UNITS = {"hours": "시간", "days": "일", "weeks": "주", "months": "개월"}


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def accept(request: HttpRequest, case_id: str) -> HttpResponse:
    """접수 by hand; the page asks once, so that a link never changes anything."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    page = asking.Page("접수할까요?", "접수하면 처리 기간을 세기 시작해요. (민원처리법 §19①)", "접수")
    return asking.answer(request, found, page, lambda: accept_case(case_id=found.pk, by=officer), "accept")


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def extend(request: HttpRequest, case_id: str) -> HttpResponse:
    """처리기간 연장, once, with one of the four grounds (민원처리법 시행령 §21①)."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    most = longest(clockwork.period_of(found))
    given = {name: request.POST.get(name, "") for name in ("value", "ground", "reason")}
    page = asking.Page(
        "처리 기간을 늘려요",
        f"한 번, 처음 기간({most.words})까지 늘릴 수 있어요. "
        "일이 많거나 담당자가 없는 것은 까닭이 되지 않아요. (민원처리법 시행령 §21①②)",
        "기간 늘리기",
        _extension_fields(given, most),
    )

    def act() -> object:
        return extend_period(
            case_id=found.pk, value=typed.number(given["value"]), ground=given["ground"],
            reason=typed.words(given["reason"], "reason"), by=officer,
        )  # fmt: skip

    return asking.answer(request, found, page, act, "extend")


def _extension_fields(given: dict[str, str], most: Period) -> tuple[Field, ...]:
    grounds = tuple(Choice(key, text) for key, text in GROUNDS.items())
    unit = UNITS[most.unit]
    return (
        Field("ground", "ground", "늘리는 까닭", Kind.RADIOS, given["ground"], options=grounds, autosave=False),
        Field("value", "value", "늘릴 기간", Kind.NUMBER, given["value"], help=f"1{unit}에서 {most.value}{unit}까지",
              unit=unit, inputmode="numeric", width="w-4", autosave=False),
        Field("reason", "reason", "민원인에게 알릴 말", Kind.TEXTAREA, given["reason"],
              help="그대로 문자와 나의 민원에 나가요.", autosave=False),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def send_back(request: HttpRequest, case_id: str) -> HttpResponse:
    """The decider returns the draft."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    page = asking.Page(
        "담당자에게 돌려보내요",
        "고칠 점을 적으면 담당자가 다시 올려요.",
        "돌려보내기",
        _reason(request, "reason"),
    )

    def act() -> object:
        text = typed.words(request.POST.get("reason", ""), "reason")
        return proposing.send_back(case_id=found.pk, reason=text, by=officer)

    return asking.answer(request, found, page, act, "send_back")


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def return_documents(request: HttpRequest, case_id: str) -> HttpResponse:
    """반려 after the supplement lapsed (민원처리법 시행령 §25①)."""
    officer = officer_of(request)
    found = case_of(officer, case_id)
    page = asking.Page(
        "서류를 돌려드려요",
        "보완 기한이 지난 신청만 돌려드릴 수 있어요. (민원처리법 시행령 §25①)",
        "반려",
        _reason(request, "text"),
    )

    def act() -> object:
        text = typed.words(request.POST.get("text", ""), "text")
        return deciding.return_documents(case_id=found.pk, text=text, by=officer)

    return asking.answer(request, found, page, act, "return_documents")


def _reason(request: HttpRequest, name: str) -> tuple[Field, ...]:
    value = request.POST.get(name, "")
    help_ = "읽는 사람이 바로 알 수 있게 적어 주세요."
    return (Field(name, name, "까닭", Kind.TEXTAREA, value, help=help_, autosave=False),)
