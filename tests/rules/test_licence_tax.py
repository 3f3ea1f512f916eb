"""등록면허세(면허분) by class and place (지방세법 §34①③, §35①; 시행령 §40② 1호)."""

import pytest

from eok.rules.licence_tax import LicenceTaxError, Place, licence_tax, taxes_change

TABLE = [
    (1, 67_500, 45_000, 27_000),
    (2, 54_000, 34_000, 18_000),
    (3, 40_500, 22_500, 12_000),
    (4, 27_000, 15_000, 9_000),
    (5, 18_000, 7_500, 4_500),
]


@pytest.mark.parametrize(("class_no", "large", "city", "county"), TABLE)
def test_the_table(class_no: int, large: int, city: int, county: int) -> None:
    assert [licence_tax(class_no, place).won for place in Place] == [large, city, county]


def test_the_sum_names_its_article() -> None:
    tax = licence_tax(3, Place.LARGE_CITY)

    assert [(line.text, line.law, line.won) for line in tax.lines] == [
        ("제3종, 인구 50만 이상 시", "지방세법 §34①", 40_500)
    ]
    assert (tax.class_no, tax.place, tax.law) == (3, Place.LARGE_CITY, "지방세법 §34①")


def test_next_year_may_be_paid_together() -> None:
    tax = licence_tax(3, Place.LARGE_CITY, next_year=True)

    assert (tax.won, tax.law) == (81_000, "지방세법 §34①; 지방세법 §35①")
    assert (tax.lines[1].text, tax.lines[1].won) == ("다음 연도분", 40_500)


@pytest.mark.parametrize("class_no", [0, 6])
def test_there_are_five_classes(class_no: int) -> None:
    with pytest.raises(LicenceTaxError, match="제1종부터 제5종까지"):
        licence_tax(class_no, Place.CITY)


@pytest.mark.parametrize(
    ("licensee", "raised", "taxed"),
    [(False, False, False), (True, False, True), (False, True, True), (True, True, True)],
)
def test_which_changes_are_taxed(licensee: bool, raised: bool, taxed: bool) -> None:
    assert taxes_change(licensee_changed=licensee, class_raised=raised) is taxed
