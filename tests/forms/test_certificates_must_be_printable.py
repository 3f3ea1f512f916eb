"""What stands on a certificate must be printable; a rare letter of a name is told with a way out."""

from eok.forms.answers import on_certificate, read
from eok.forms.pages import validate_page
from tests.forms.making import AROUND, TODAY, question, sent, service


def _no_emoji(text: str) -> str:
    """Stands for the fonts of the papers."""
    return "".join(c for c in dict.fromkeys(text) if c in "😀𪚥")


ISSUED = service(
    [
        question("text", "trade_name"),
        question("text", "remark", "남길 말"),
        question("address", "place", "주소"),
    ],
    certificate="paper-certificate",
    register={
        "register": "mail-order",
        "effect": "open",
        "names": {"name": "trade_name", "premises": "place"},
    },
)


def test_a_letter_no_font_draws_is_told_with_a_way_out() -> None:
    answer = read(question("text"), sent(it="하늘😀상점𪚥"), AROUND, unprintable=_no_emoji)

    assert "상호는 증서에 인쇄돼요. 인쇄할 수 없는 글자가 있어요(😀 𪚥)." in answer.problem
    assert "담당 부서에 전화해 주세요" in answer.problem
    assert answer.stored == {"typed": {"it": ["하늘😀상점𪚥"]}}


def test_only_answers_of_the_certificate_are_held_against_its_fonts() -> None:
    raw = sent(trade_name="하늘상점", remark="고마워요 😀", place__road="시범로 1 😀")

    result = validate_page(ISSUED, ISSUED.form.pages[0], raw, {}, today=TODAY, unprintable=_no_emoji)

    assert on_certificate(ISSUED) == {"trade_name", "place"}
    assert list(result.problems) == ["place"]
    assert result.answers["remark"] == "고마워요 😀"


def test_an_affair_without_certificate_prints_nothing() -> None:
    register = {"register": "food-business", "effect": "close", "names": {"name": "trade_name"}}
    assert on_certificate(service([question("text", "trade_name")], register=register)) == frozenset()
