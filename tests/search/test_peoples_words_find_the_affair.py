"""What people type, and the affair that must come first (or the honest answer that none fits)."""

import pytest

from eok.search.queries import search

CLOSURE, REPORT = "food-business-closure", "mail-order-report"
OPENING, CHANGE = "food-business-report", "food-business-change"
SUCCESSION, REISSUE = "food-business-succession", "food-business-reissue"

FOUND = [
    # everyday words
    ("가게 접으려고요", CLOSURE),
    ("식당 폐업", CLOSURE),
    ("카페 그만두려고 하는데요", CLOSURE),
    ("치킨집 문 닫으려면 어떻게 해요", CLOSURE),
    ("장사 접어야겠어요", CLOSURE),
    ("음식점업 폐업", CLOSURE),
    ("식당 열려고", OPENING),
    ("카페 차리려면", OPENING),
    ("식품 영업 신고서", OPENING),
    ("빵집 개업", OPENING),
    ("카페 인수했어요", SUCCESSION),
    ("식당 넘겨받았어요", SUCCESSION),
    ("식당 물려받음", SUCCESSION),
    ("카페 확장했어요", CHANGE),
    ("식당 이름 바꿨어요", CHANGE),
    ("영업신고증 잃어버렸어요", REISSUE),
    ("식당 신고증 재발급", REISSUE),
    ("정육점 차리기", "livestock-business-report"),
    ("정육점 폐업", "livestock-business-closure"),
    ("간판 달기", "outdoor-sign-permit"),
    ("복덕방 옮겼어요", "broker-office-move"),
    ("중개보조원 뽑았어요", "broker-staff-hire"),
    ("쇼핑몰 열려고", REPORT),
    ("스마트스토어 신고", REPORT),
    ("인터넷 쇼핑몰 차리려면", REPORT),
    ("온라인으로 옷을 팔려고요", REPORT),
    ("인스타에서 물건 팔기", REPORT),
    ("통판 신고", REPORT),
    # official names, law, form, paper, office
    ("통신판매업 신고", REPORT),
    ("식품 영업 폐업신고", CLOSURE),
    ("영업의 폐업신고서", CLOSURE),
    ("전자상거래법 12조", REPORT),
    ("별지 제42호서식", CLOSURE),
    ("구매안전서비스 이용 확인증", REPORT),
    ("일자리경제과", REPORT),
    # spaces
    ("통신 판 매업 신고", REPORT),
    ("통 신 판 매 업", REPORT),
    ("식품영업폐업신고", CLOSURE),
    ("가게문닫기", CLOSURE),
    # slips
    ("통신판메업 신고", REPORT),
    ("식당 페업", CLOSURE),
    ("쇼핑물 열려고", REPORT),
    ("통신판매엄", REPORT),
    ("스마트스터어", REPORT),
    # the keyboard in the wrong language, first consonants
    ("xhdtlsvksao", REPORT),
    ("tlrekd vPdjq", CLOSURE),
    ("rkrp wjqdmfurhdy", CLOSURE),
    ("ㅌㅅㅍㅁ", REPORT),
    ("ㅅㅍㅇㅇㅍㅇ", CLOSURE),
]

CLEAR = [
    ("식당 폐업", CLOSURE),
    ("쇼핑몰 열려고", REPORT),
    ("통신판매업", REPORT),
    ("tlrekd vPdjq", CLOSURE),
]

NOT_OURS = [
    "강아지 등록",
    "대통령 선거 결과",
    "미용실 폐업",
    "여권 만들기",
    "국민연금 수익률",
    "ㅎㅎㅎㅎ",
    "asdf qwer",
    "",
    "   ",
    "?!?!",
    "👍👍",
]


@pytest.mark.parametrize(("words", "service"), FOUND)
def test_it_is_found_first(words: str, service: str) -> None:
    results = search(words)

    assert not results.abstained
    assert results.hits[0].service.id == service
    assert results.hits[0].why


@pytest.mark.parametrize(("words", "service"), CLEAR)
def test_a_clear_winner(words: str, service: str) -> None:
    results = search(words)

    assert results.winner is not None
    assert results.winner.service.id == service
    assert results.ask_back is None


@pytest.mark.parametrize("words", NOT_OURS)
def test_what_is_not_here_is_not_claimed(words: str) -> None:
    results = search(words)

    assert results.abstained
    assert results.hits == ()
    assert results.winner is None


@pytest.mark.parametrize(
    "words", ["가" * 5000, "\x00\x01식당", "식당\n폐업", "<script>", "한자 食堂", "🙂 식당 폐업"]
)
def test_anything_may_be_typed(words: str) -> None:
    assert search(words).words == words


def test_the_abstained_show_what_is_near() -> None:
    assert {hit.service.id for hit in search("미용실 폐업").near} >= {CLOSURE}


@pytest.mark.parametrize("words", ["쇼핑몰 지위승계", "미용실 지위승계"])
def test_another_trades_word_never_wins(words: str) -> None:
    """A trade we have no succession of: the one of food may be listed, and is not said to be it."""
    assert search(words).winner is None
