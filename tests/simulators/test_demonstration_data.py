"""The invented people and businesses are whole, and numbers have valid check digits."""

import re
from pathlib import Path

import yaml

from simulators.identity.people import everyone

BUSINESSES = yaml.safe_load((Path(__file__).parents[2] / "simulators" / "businesses.yaml").read_text("utf-8"))


def test_people_differ_and_use_numbers_given_to_nobody() -> None:
    people = list(everyone().values())

    assert len({person.ci for person in people}) == len(people)
    assert len({person.phone for person in people}) == len(people)
    assert all(re.fullmatch(r"010-0000-00\d\d", person.phone) for person in people)
    assert all(len(person.ci) == 88 for person in people)


def test_a_name_with_a_rare_syllable_and_one_in_hanja() -> None:
    names = [person.name for person in everyone().values()]

    assert any(len(name.encode("euc_kr")) > 2 * len(name) for name in names), "outside KS X 1001"
    assert any(re.fullmatch(r"[一-鿿]+", name) for name in names)


def test_business_numbers_end_in_their_check_digit() -> None:
    for business in BUSINESSES:
        digits = [int(c) for c in business["business_no"] if c.isdigit()]
        weighed = sum(a * b for a, b in zip(digits, (1, 3, 7, 1, 3, 7, 1, 3, 5), strict=False))
        assert (weighed + digits[8] * 5 // 10 + digits[9]) % 10 == 0, business["name"]


def test_corporate_numbers_end_in_their_check_digit() -> None:
    for business in BUSINESSES:
        digits = [int(c) for c in business.get("corporate_no", "") if c.isdigit()]
        weighed = sum(digit * (1 + place % 2) for place, digit in enumerate(digits[:12]))
        assert not digits or (weighed + digits[12]) % 10 == 0, business["name"]


def test_owners_are_people_of_the_demonstration() -> None:
    names = {person.name for person in everyone().values()}

    assert {business["owner"] for business in BUSINESSES} <= names
