"""문서확인번호: 16 digits whose last one finds typing errors."""

import pytest

from eok.certificates import document_no
from eok.certificates.document_no import DocumentNoError

GOOD = "4827109355617209"


def test_new_numbers_have_16_digits_and_pass_their_own_check() -> None:
    numbers = {document_no.new() for _ in range(200)}

    assert len(numbers) == 200
    assert all(document_no.parse(number) == number for number in numbers)


def test_the_check_digit_is_iso_7064_mod_11_10() -> None:
    assert document_no.check_digit("0794") == "5"  # the standard's own example, 07945


@pytest.mark.parametrize(
    "typed",
    [
        "4827-1093-5561-7209",
        " 4827 1093 5561 7209 ",
        "４８２７－１０９３－５５６１－７２０９",
        "4827–1093–5561–7209",
    ],
)
def test_it_is_read_however_it_was_typed(typed: str) -> None:
    assert document_no.parse(typed) == GOOD


@pytest.mark.parametrize(
    "typed", ["", "482710935561720", "48271093556172099", "4827-1093-5561-720A", "४" * 16]
)
def test_what_is_no_number_is_refused_and_says_where_it_stands(typed: str) -> None:
    with pytest.raises(DocumentNoError, match="16자리"):
        document_no.parse(typed)


def test_every_single_wrong_digit_is_found() -> None:
    for place in range(16):
        for digit in set("0123456789") - {GOOD[place]}:
            with pytest.raises(DocumentNoError, match="틀린 숫자"):
                document_no.parse(GOOD[:place] + digit + GOOD[place + 1 :])


def test_it_is_shown_in_groups_of_four() -> None:
    assert document_no.shown(GOOD) == "4827-1093-5561-7209"
