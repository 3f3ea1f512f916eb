"""Made-up values for the gallery: every macro in every state. People, shops and numbers are invented."""

from datetime import UTC, date, datetime, timedelta

from eok.krds import strip
from eok.krds.assets import static_url
from eok.krds.fields import (
    AddressSearch,
    Choice,
    Field,
    FieldError,
    FoundAddress,
    Kind,
    address_parts,
    date_parts,
    errors_of,
)
from eok.krds.parts import Action, Check, Event, Origin, Paper, Row, Sheet, SumLine

YES_NO = (Choice("yes", "네"), Choice("no", "아니요"))


FOUND = AddressSearch(
    said="1개를 찾았어요. 맞는 주소를 골라 주세요.",
    found=(
        FoundAddress(
            "06500 서울특별시 서초구 시범대로 12",
            "서울특별시 서초구 시범대로 12",
            "06500",
            "서울특별시 서초구 시험동 101-1",
        ),
    ),
    trial=True,
)


def context() -> dict[str, object]:
    return {
        "errors": errors_of(FIELDS),
        "fields": FIELDS,
        "revealed": REVEALED,
        "papers": PAPERS,
        "origins": ORIGINS,
        "sum_lines": SUM_LINES,
        "events": EVENTS,
        "strip": case_strip(),
        "saved_at": _utc(2026, 11, 23, 5, 3),
        "kept_until": date(2026, 12, 23),
        "due": _utc(2026, 11, 26, 1, 12),
        "one_error": [FieldError("shop", "상호를 적어 주세요")],
    }


def desk_context() -> dict[str, object]:
    return {
        "rows": ROWS,
        "checks_done": CHECKS,
        "actions": ACTIONS,
        "sheets": _sheets(),
        "sum_lines": SUM_LINES,
    }


def _utc(*parts: int) -> datetime:
    year, month, day, hour, minute = parts
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def case_strip() -> strip.Strip:
    """Accepted on the 18th at 10:12, stopped from the 19th, due on the 26th at 10:12."""
    turn, start = _utc(2026, 11, 18, 15, 0), _utc(2026, 11, 18, 1, 12)
    resumed, due = _utc(2026, 11, 23, 15, 0), _utc(2026, 11, 26, 1, 12)
    stretches = (
        strip.Stretch(start, turn, "used"),
        strip.Stretch(turn, resumed, "stopped"),
        strip.Stretch(resumed, due, "left"),
    )
    return strip.build(stretches, today=date(2026, 11, 23), due=due)


def long_strip() -> strip.Strip:
    """Thirty days, to see that only some days carry their number."""
    start = _utc(2026, 11, 2, 0, 0)
    stretches = (
        strip.Stretch(start, start + timedelta(days=14), "used"),
        strip.Stretch(start + timedelta(days=14), start + timedelta(days=29), "left"),
    )
    return strip.build(stretches, today=date(2026, 11, 16), due=start + timedelta(days=29, hours=9))


FIELDS = (
    Field(
        "brn",
        "brn",
        "사업자등록번호",
        Kind.NUMBER,
        value="123-45-67890",
        help="사업자등록증 맨 위에 있는 숫자 10자리",
        error="번호가 맞지 않아요. 숫자 10자리를 다시 봐 주세요.",
    ),
    Field(
        "shop",
        "shop",
        "상호",
        value="하늘상점",
        readonly=True,
        source_note="지난 신청에서 가져왔어요.",
        change_url="/display",
        width="w-full",
    ),
    Field("tel", "tel", "휴대전화", Kind.TEL, value="010-0000-0000", autocomplete="tel"),
    Field("email", "email", "전자우편주소", Kind.EMAIL, required=False, autocomplete="email", width="w-20"),
    Field("area", "area", "영업장 넓이", Kind.NUMBER, value="33", unit="㎡", width="w-6"),
    Field("rent", "rent", "보증금", Kind.MONEY, unit="원", help="없으면 0을 적어 주세요."),
    Field(
        "opened",
        "opened",
        "개업일",
        Kind.DATE,
        parts=date_parts("opened", "2026-11-1"),
        help="예: 2026 11 27",
    ),
    Field(
        "born",
        "born",
        "생년월일",
        Kind.DATE,
        parts=date_parts("born", "1988-2-31", birthday=True),
        error="2월에는 31일이 없어요. 날을 다시 적어 주세요.",
    ),
    Field("place", "place", "소재지", Kind.ADDRESS, parts=address_parts("place", "시범대로"), search=FOUND),
    Field(
        "goods",
        "goods",
        "취급품목",
        Kind.CHECKBOXES,
        value=("clothes",),
        options=(Choice("clothes", "의류·패션"), Choice("food", "건강·식품"), Choice("etc", "그 밖의 것")),
        help="파는 것을 모두 골라 주세요.",
    ),
    Field(
        "kind",
        "kind",
        "파는 곳",
        Kind.SELECT,
        value="net",
        options=(Choice("net", "인터넷"), Choice("tv", "TV홈쇼핑")),
    ),
    Field("note", "note", "남길 말", Kind.TEXTAREA, required=False, max_length=1000),
    Field("agree", "agree", "위 내용이 사실과 같음을 확인해요", Kind.CHECKBOX),
    Field(
        "prepaid",
        "prepaid",
        "물건값을 먼저 받고, 물건을 나중에 보내나요?",
        Kind.TILES,
        value="yes",
        options=YES_NO,
    ),
)
REVEALED = Field(
    "escrow",
    "escrow",
    "어떤 구매안전서비스를 쓰나요?",
    Kind.RADIOS,
    help="구매자의 돈을 지켜 주는 서비스예요. 먼저 받으면 꼭 있어야 해요.",
    error="하나를 골라 주세요.",
    options=(
        Choice("escrow", "결제대금예치(에스크로)"),
        Choice("insurance", "소비자피해보상보험"),
        Choice("exempt", "법에서 정한 예외에 해당해요"),
    ),
)
ORIGINS = (
    Origin("법령", "전자상거래법 §12①"),
    Origin("참고", who="다른 기관의 안내", url="/krds/", on="2026년 11월 22일(일)에 읽음"),
    Origin("우리 구", "민원처리법 §36", "위생과", on="2026년 11월 2일(월)에 정함"),
    Origin("미확인", "지방세법 §34①", "읽은 곳", "/krds/", "2026년 11월 22일(일)에 읽음"),
)
PAPERS = (
    Paper(
        "escrow",
        "구매안전서비스 이용 확인증",
        "오픈마켓·은행·결제대행사에서 받아요. 먼저 받는다고 해서 필요해요.",
        "mine",
        "내가 준비",
    ),
    Paper("brc", "사업자등록증명", "동의하면 구청이 직접 확인해요.", "office", "구청이 확인", ORIGINS[0]),
    Paper("corp", "법인 등기사항증명서", "법인만 해당해요. 이것도 구청이 확인해요.", "none", "개인은 없음"),
)
SUM_LINES = (
    SumLine("처리 기간", "3일은 근무시간 24시간이에요.", "민원처리법 §19①", "24시간"),
    SumLine(
        "11월 18일(수)",
        "10시 12분에 접수, 18시까지 셌어요. 점심 1시간은 빼요.",
        "지방공무원 복무규정 §2",
        "6시간 48분",
    ),
    SumLine(
        "19일(목)~23일(월)",
        "보완을 요청한 날부터 도착한 날까지는 세지 않아요.",
        "민원처리법 시행령 §20, 행정절차법 시행령 §11",
        "0시간",
    ),
    SumLine("24일(화)~25일(수)", "하루 8시간씩 세요.", "민원처리법 §19①", "16시간"),
    SumLine("26일(목)", "9시부터 남은 시간을 세요.", "", "1시간 12분"),
    SumLine("기한", "11월 26일(목) 10시 12분", "", "24시간", "total"),
)
EVENTS = (
    Event("신청했어요", "11월 18일(수) 10시 12분", "done"),
    Event("접수됐어요", "같은 시각 · 자동", "done"),
    Event("서류를 기다리고 있어요", "11월 19일(목)부터", "waiting"),
    Event("검토", "일자리경제과 · 02-0000-0000", "left"),
    Event("등록면허세 내기", "40,500원", "left"),
    Event("신고증 받기", "", "left"),
)
ROWS = (
    Row(
        "1",
        "/krds/desk/#1",
        "2026-004038",
        "방문판매업 변경신고",
        "최○민",
        "1시간 20분 지남",
        "11.24(화) 09:00",
        "결과 통지하기",
        "danger",
        "늦은 까닭 적기",
        "danger",
    ),
    Row(
        "2",
        "/krds/desk/#2",
        "2026-004087",
        "방문판매업 신고",
        "한○석",
        "1시간 20분 남음",
        "오늘 11:40",
        "팀장 결재 기다림",
        "warning",
    ),
    Row(
        "3",
        "/krds/desk/#3",
        "신청 08755",
        "대부업 등록 신청",
        "강○진",
        "2시간 10분 남음",
        "오늘 13:30",
        "접수하기",
    ),
    Row(
        "4",
        "/krds/desk/#4",
        "2026-004119",
        "통신판매업 신고",
        "임○아",
        "2일 2시간 45분 남음",
        "11.26(목) 14:05",
        "보완 요구하기",
        "",
        "2시간 45분 안에",
        "warning",
    ),
)
CHECKS = (
    Check("구매안전서비스 이용 확인증의 상호", "볼 것", "look", "서류 · 전자상거래법 시행령 §13①1호"),
    Check("우리 구가 받을 신고인가", "맞음", "ok", "주된 사무소가 서초구 · 전자상거래법 시행령 §13①"),
    Check("이미 신고한 사업자인가", "있음", "wrong", "우리 구 통신판매업 대장 · 11.24 09:00"),
    Check("법인 등기사항증명서", "해당 없음", "none", "개인사업자 · 전자상거래법 시행령 §13②1호"),
)
ACTIONS = (
    Action(
        "처리기간 늘리기",
        "한 번, 3일까지. 까닭을 골라요.",
        "민원처리법 시행령 §21①",
        "/krds/desk/#extend",
        "e",
    ),
    Action("반려", "보완이 기한 안에 왔어요.", "민원처리법 시행령 §25①"),
)


def _sheets() -> tuple[Sheet, ...]:
    picture = static_url("mark.svg")
    return (
        Sheet("처음 낸 것", "11.17(화) 21:38", picture, "구매안전서비스 이용 확인증 1쪽, 처음 낸 것"),
        Sheet(
            "보완한 것", "11.23(월) 16:10", picture, "구매안전서비스 이용 확인증 1쪽, 보완한 것", "success"
        ),
    )
