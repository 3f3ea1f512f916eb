"""Where easy Korean or English is missing is counted, text by text and affair by affair."""

from eok.catalogue.texts import counts, missing, texts
from tests.forms.making import question, service

ASKED = question("text", label="상호", help={"ko": "적힌 그대로", "easy": "쓰인 대로"})
MADE = service([ASKED], name={"ko": "시험 신고", "easy": "시험", "en": "A trial"})
BARE = service([])


def test_every_text_of_a_service_is_seen() -> None:
    seen = {text.ko for text in texts(MADE)}

    assert {"시험 신고", "상호", "적힌 그대로", "위와 같이 신고합니다."} <= seen


def test_a_text_counts_where_its_language_is_missing() -> None:
    bare, made = missing(BARE), missing(MADE)
    more = len(list(texts(MADE))) - len(list(texts(BARE)))

    assert bare["en"] == bare["easy"] == len(list(texts(BARE)))
    assert made["en"] == bare["en"] + more - 1
    assert made["easy"] == bare["easy"] + more - 2


def test_the_affair_that_lacks_most_comes_first() -> None:
    other = service([question("text", "one")], id="other")

    found = counts([BARE, other])

    assert list(found["by_service"]) == ["other", "made-up"]  # type: ignore[call-overload]  # a report of plain values
    assert found["all"] == found["without_en"]
