"""What is noted about records: holds and their end, deliberations, the records centre's word."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from eok.core.access import Who, open_to
from eok.core.errors import NotFoundError
from eok.desk import retention as common
from eok.desk import typed
from eok.desk.finding import officer_of
from eok.krds.fields import Choice, Field, Kind
from eok.retention.actions import appraise as appraising
from eok.retention.actions import hand_over
from eok.retention.actions import hold as holding
from eok.retention.models import RESULTS, HandOver, Hold
from eok.rules.retention import Period

REASON, LAW, NUMBER = 300, 200, 60


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def hold(request: HttpRequest) -> HttpResponse:
    """파기 보류 (공공기록물법 §27의3; 시행령 §54의4)."""
    officer, given = officer_of(request), request.POST
    common.require_manage(officer)
    fields = (
        Field("target", "target", "무엇을", value=given.get("target", request.GET.get("record", "")), autosave=False,
              help="접수번호, 민원사무 모두는 service:이름(예: service:mail-order-report), 모든 기록은 all"),
        Field("reason", "reason", "까닭", Kind.TEXTAREA, given.get("reason", ""), autosave=False),
        Field("law", "law", "근거 조문", value=given.get("law", ""), help="예: 공공기록물법 §27의3①", autosave=False),
        common.day_field("review_on", "다시 볼 날", given, "이 날까지 보류할 까닭이 남았는지 다시 봐요."),
    )  # fmt: skip

    def act() -> str:
        wanted = holding.Wanted(
            typed.words(given.get("target", ""), "target", NUMBER), typed.words(given.get("reason", ""), "reason", REASON),
            typed.words(given.get("law", ""), "law", LAW), common.day(given, "review_on"),
        )  # fmt: skip
        made = holding.hold(wanted, by=common.by(officer))
        return f"{made.label}의 파기를 보류했어요."

    page = {
        "title": "파기를 보류해요",
        "text": "보류하는 동안에는 심의하지도 파기하지도 않아요. 이미 심의했어도 풀린 뒤 다시 심의해요. (공공기록물법 시행령 §54의4①②)",
        "button": "보류하기",
    }
    return common.ask(request, page, fields, act)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def release(request: HttpRequest, hold_id: int) -> HttpResponse:
    """Lift a hold, with the reason (공공기록물법 시행령 §54의3)."""
    officer, given = officer_of(request), request.POST
    common.require_manage(officer)
    found = Hold.objects.filter(pk=hold_id).first()
    if found is None:
        raise NotFoundError(
            "그런 보류가 없습니다. 아무것도 바꾸지 않았습니다. 보존과 파기 화면에서 다시 골라 주세요."
        )
    fields = (Field("reason", "reason", "푸는 까닭", Kind.TEXTAREA, given.get("reason", ""), autosave=False),)

    def act() -> str:
        reason = typed.words(given.get("reason", ""), "reason", REASON)
        lifted = holding.release(hold_id=found.pk, reason=reason, by=common.by(officer))
        return f"{lifted.label}의 보류를 풀었어요."

    page = {
        "title": f"{found.label}의 보류를 풀까요?",
        "text": f"{found.reason} ({found.law})",
        "button": "보류 풀기",
    }
    return common.ask(request, page, fields, act)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def appraise(request: HttpRequest) -> HttpResponse:
    """What the board decided (공공기록물법 §27①; 시행령 §43①)."""
    officer, given = officer_of(request), request.POST
    common.require_manage(officer)
    results = tuple(Choice(key, label) for key, label in RESULTS.items())
    periods = (Choice("", "바꾸지 않음"), *(Choice(one.value, one.value) for one in Period))
    numbers = given.get("records", "\n".join(request.GET.getlist("record")))
    fields = (
        Field("number", "number", "심의 번호", value=given.get("number", ""), autosave=False),
        Field("records", "records", "심의한 기록의 접수번호", Kind.TEXTAREA, numbers, help="한 줄에 하나씩", autosave=False),
        common.day_field("asked_on", "생산부서 의견조회일", given),
        Field("reviewed_by", "reviewed_by", "심사한 기록물관리 전문요원", value=given.get("reviewed_by", ""), autosave=False),
        common.day_field("reviewed_on", "전문요원 심사일", given),
        common.day_field("decided_on", "기록물평가심의회 심의일", given),
        Field("result", "result", "결과", Kind.RADIOS, given.get("result", ""), options=results, autosave=False),
        Field("period", "period", "다시 정한 보존기간", Kind.SELECT, given.get("period", ""), options=periods,
              required=False, help="보존기간 재책정일 때만", autosave=False),
    )  # fmt: skip

    def act() -> str:
        said = appraising.Deliberation(
            number=typed.words(given.get("number", ""), "number", NUMBER),
            asked_on=common.day(given, "asked_on"),
            reviewed_on=common.day(given, "reviewed_on"),
            reviewed_by=typed.words(given.get("reviewed_by", ""), "reviewed_by", NUMBER),
            decided_on=common.day(given, "decided_on"),
            result=given.get("result", ""),
            records=typed.words(given.get("records", ""), "records", 20_000).split(),
            period=given.get("period", ""),
        )
        noted = appraising.appraise(said, by=common.by(officer))
        return f"심의 {noted.number}: {len(said.records)}건을 ‘{RESULTS[said.result]}’로 적었어요."

    page = {
        "title": "심의한 것을 적어요",
        "text": "보존기간이 끝난 기록은 의견조회, 전문요원의 심사, 기록물평가심의회의 심의를 거쳐 폐기해요. 폐기로 적으면 한 시간 안에 파기하고, 되살릴 수 없어요. (공공기록물법 §27①, 공공기록물법 시행령 §43①)",
        "button": "적기",
    }
    return common.ask(request, page, fields, act)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to(Who.OFFICER)
def received(request: HttpRequest, package_id: int) -> HttpResponse:
    """The centre took a package over (공공기록물법 시행령 §35⑤⑥⑦)."""
    officer, given = officer_of(request), request.POST
    common.require_manage(officer)
    found = HandOver.objects.filter(pk=package_id).first()
    if found is None:
        raise NotFoundError(
            "그런 이관 묶음이 없습니다. 아무것도 바꾸지 않았습니다. 보존과 파기 화면에서 다시 골라 주세요."
        )
    fields = (
        Field("received_no", "received_no", "인수완료 통보 번호", value=given.get("received_no", ""), autosave=False),
        common.day_field("received_on", "통보일", given),
        Field("keeps_copy", "keeps_copy", "사본을 두는 까닭", Kind.TEXTAREA, given.get("keeps_copy", ""), required=False,
              help="업무에 참고할 때만. 비우면 한 시간 안에 우리 것을 파기해요.", autosave=False),
    )  # fmt: skip

    def act() -> str:
        noted = hand_over.note_received(
            number=found.number,
            received_no=typed.words(given.get("received_no", ""), "received_no", NUMBER),
            received_on=common.day(given, "received_on"),
            keeps_copy=typed.words(given.get("keeps_copy", ""), "keeps_copy", REASON),
            by=common.by(officer),
        )
        return f"이관 {noted.number}을 기록관이 인수했다고 적었어요."

    page = {
        "title": f"기록관이 이관 {found.number}을 인수했나요?",
        "text": "통보를 받은 뒤에 적어요. 받기 전까지는 아무것도 없애지 않아요. (공공기록물법 시행령 §35⑤⑥⑦)",
        "button": "인수 적기",
    }
    return common.ask(request, page, fields, act)
