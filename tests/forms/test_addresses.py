"""An address is one answer of three parts."""

import pytest

from eok.forms.answers import posted, read
from tests.forms.making import AROUND, question, sent

ROAD = "서울특별시 서초구 시범대로 12"


def test_three_inputs_make_an_address() -> None:
    typed = sent(it__road=f" {ROAD} ", it__detail="3층 301호", it__postcode="０６６００")

    answer = read(question("address"), typed, AROUND)

    assert answer.value == {"road": ROAD, "detail": "3층 301호", "postcode": "06600"}


def test_detail_and_postcode_may_be_empty() -> None:
    assert read(question("address"), sent(it__road=ROAD), AROUND).value == {
        "road": ROAD,
        "detail": "",
        "postcode": "",
    }


@pytest.mark.parametrize(
    ("road", "detail", "postcode", "said"),
    [
        ("", "3층", "", "도로명주소가 비어 있어요"),
        (ROAD, "", "6600", "우편번호는 숫자 5자리"),
        (ROAD, "", "0660a", "우편번호는 숫자 5자리"),
        (ROAD, "3층\x1b", "", "보이지 않는 글자"),
        ("가" * 201, "", "", "200자까지"),
        (ROAD, "가" * 101, "", "100자까지"),
    ],
)
def test_what_is_said_when_it_is_none(road: str, detail: str, postcode: str, said: str) -> None:
    answer = read(question("address"), sent(it__road=road, it__detail=detail, it__postcode=postcode), AROUND)

    assert said in answer.problem
    assert posted(question("address"), answer.stored).getlist("it.road") == [road]


def test_a_postcode_alone_is_no_address() -> None:
    assert (
        "도로명주소" in read(question("address", required=False), sent(it__postcode="06600"), AROUND).problem
    )
