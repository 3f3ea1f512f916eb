"""Telephone numbers get the hyphens people know."""

import pytest

from eok.krds.phone import phone_ko


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("0200000000", "02-0000-0000"),
        ("021234567", "02-123-4567"),
        ("01000000001", "010-0000-0001"),
        ("0311234567", "031-123-4567"),
        ("15881234", "1588-1234"),
        ("050712345678", "0507-1234-5678"),
        ("+82 10-0000-0001", "010-0000-0001"),
        ("02-0000-0000", "02-0000-0000"),
    ],
)
def test_hyphens_stand_where_people_expect_them(given: str, expected: str) -> None:
    assert phone_ko(given) == expected


def test_what_is_no_number_stays_as_it_was() -> None:
    assert phone_ko("내선 12") == "내선 12"
