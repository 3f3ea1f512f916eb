"""Names and numbers on lists are masked, always in the same shape."""

import pytest

from eok.core import pii


@pytest.mark.parametrize(
    ("name", "shown"),
    [("홍길동", "홍○동"), ("김하", "김○"), ("남궁민수", "남○○수"), ("뷁", "○"), ("", "")],
)
def test_names(name: str, shown: str) -> None:
    assert pii.mask_name(name) == shown


@pytest.mark.parametrize(
    ("phone", "shown"),
    [("010-1234-5678", "010-****-5678"), ("0212345678", "02-****-5678"), ("119", "***")],
)
def test_phones(phone: str, shown: str) -> None:
    assert pii.mask_phone(phone) == shown


def test_numbers_keep_their_separators() -> None:
    assert pii.mask_number("123-45-67891") == "123-**-*****"


def test_email() -> None:
    assert pii.mask_email("hong@example.org") == "ho**@example.org"
