"""Numbers people type: right check digits and shapes are kept with hyphens, others refused.

All numbers are made up; their check digits were computed by hand.
"""

import pytest

from eok.rules.check_digits import business_no, corporation_no, digits_of, is_mobile, phone, resident_no

BUSINESS = [
    ("1234567891", "123-45-67891"),
    ("123-45-67891", "123-45-67891"),
    (" 220 81 23455 ", "220-81-23455"),
    ("9999999997", "999-99-99997"),
    ("1018600006", "101-86-00006"),
    ("1234567829", "123-45-67829"),
]
NO_BUSINESS = [
    "1234567890",
    "123-45-67892",
    "123456789",
    "12345678911",
    "0000000000",
    "",
    "123-45-6789l",
    "１２３-45-67891",
]


@pytest.mark.parametrize(("typed", "kept"), BUSINESS)
def test_business_numbers(typed: str, kept: str) -> None:
    assert business_no(typed) == kept


@pytest.mark.parametrize("typed", [*NO_BUSINESS, "1234567891번", "+1234567891"])
def test_no_business_number(typed: str) -> None:
    assert business_no(typed) is None


@pytest.mark.parametrize("place", range(10))
def test_any_one_wrong_digit_of_a_business_number_is_found(place: int) -> None:
    right = "1234567891"
    wrong = [right[:place] + digit + right[place + 1 :] for digit in "0123456789" if digit != right[place]]

    found = [number for number in wrong if business_no(number) is None]

    assert len(found) == 9


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1101111234569", "110111-1234569"),
        ("110111-1234569", "110111-1234569"),
        ("1101110000002", "110111-0000002"),
    ],
)
def test_corporation_numbers(typed: str, kept: str) -> None:
    assert corporation_no(typed) == kept


@pytest.mark.parametrize(
    "typed", ["1101111234560", "110111123456", "11011112345699", "0" * 13, "1101111234569a"]
)
def test_no_corporation_number(typed: str) -> None:
    assert corporation_no(typed) is None


RESIDENT = [
    ("880214-1234567", "880214-1234567"),
    ("0002293000000", "000229-3000000"),
    ("2011114123456", "201111-4123456"),
    ("9912310111111", "991231-0111111"),
    ("0001018111111", "000101-8111111"),
    ("9902286111111", "990228-6111111"),
]


@pytest.mark.parametrize(("typed", "kept"), RESIDENT)
def test_resident_numbers_need_a_day_of_birth_but_no_check_digit(typed: str, kept: str) -> None:
    assert resident_no(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "880230-1234567",
        "0002291111111",
        "0002292111111",
        "0002299111111",
        "881301-1234567",
        "980229-1234567",
        "88021412345",
        "",
    ],
)
def test_no_resident_number(typed: str) -> None:
    assert resident_no(typed) is None


PHONES = [
    ("01012345678", "010-1234-5678"),
    ("010-1234-5678", "010-1234-5678"),
    ("010.1234.5678", "010-1234-5678"),
    ("+82 10-1234-5678", "010-1234-5678"),
    ("+82-2-123-4567", "02-123-4567"),
    ("+82 (0)2 123 4567", "02-123-4567"),
    ("0111234567", "011-123-4567"),
    ("021234567", "02-123-4567"),
    ("0212345678", "02-1234-5678"),
    ("(031) 123-4567", "031-123-4567"),
    ("06412345678", "064-1234-5678"),
    ("07012345678", "070-1234-5678"),
    ("0801234567", "080-123-4567"),
    ("050512345678", "0505-1234-5678"),
    ("05051234567", "0505-123-4567"),
    ("15881234", "1588-1234"),
    ("1644 1234", "1644-1234"),
    ("1899-1234", "1899-1234"),
]


@pytest.mark.parametrize(("typed", "kept"), PHONES)
def test_phones(typed: str, kept: str) -> None:
    assert phone(typed) == kept


NO_PHONES = [
    "", "1234", "0101234567", "010123456789", "02123456", "02123456789", "0341234567", "0451234567",
    "0651234567", "0561234567", "0701234567", "17881234", "158812345", "1588123", "010-1234-567a",
    "010-1234-5678٣", "+1 010 1234 5678", "+82 1588-1234", "010-1234-5678 집", "99912345678",
]  # fmt: skip


@pytest.mark.parametrize("typed", NO_PHONES)
def test_no_phone(typed: str) -> None:
    assert phone(typed) is None


def test_which_phones_take_a_message() -> None:
    assert is_mobile("010-1234-5678")
    assert not is_mobile("02-1234-5678")


def test_digits_of_a_text() -> None:
    assert digits_of("aX1-2 ３") == "12"
