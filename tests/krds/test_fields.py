"""A field tells the template what describes it and where its error leads."""

from eok.krds.fields import Choice, Field, FieldError, Kind, address_parts, date_parts, errors_of


def test_the_error_is_heard_before_the_help() -> None:
    field = Field("shop", "shop", "상호", help="간판의 이름", error="적어 주세요.")

    assert field.described_by == "shop-error shop-help"
    assert Field("shop", "shop", "상호").described_by == ""


def test_the_summary_leads_to_the_first_control_in_reading_order() -> None:
    fields = (
        Field("a", "a", "상호", error="가"),
        Field("b", "b", "주소"),
        Field("c", "c", "방식", Kind.TILES, options=(Choice("1", "네"),), error="나"),
        Field("d", "d", "날짜", Kind.DATE, error="다"),
    )

    assert errors_of(fields) == [FieldError("a", "가"), FieldError("c-1", "나"), FieldError("d-1", "다")]


def test_what_was_typed_in_a_date_is_kept_as_it_was() -> None:
    assert [p.value for p in date_parts("d", "2026-13-x")] == ["2026", "13", "x"]
    assert [p.value for p in date_parts("d", "")] == ["", "", ""]
    assert [p.name for p in date_parts("d", "")] == ["d.year", "d.month", "d.day"]


def test_only_a_birthday_is_filled_in_by_the_browser() -> None:
    assert [p.autocomplete for p in date_parts("d", "")] == ["", "", ""]
    assert [p.autocomplete for p in date_parts("d", "", birthday=True)] == [
        "bday-year",
        "bday-month",
        "bday-day",
    ]


def test_an_address_has_three_labelled_parts() -> None:
    assert [(p.label, p.value) for p in address_parts("a", "서초대로 1", "2층", "06600")] == [
        ("도로명주소", "서초대로 1"),
        ("상세주소", "2층"),
        ("우편번호", "06600"),
    ]


def test_several_boxes_can_be_chosen() -> None:
    field = Field("g", "g", "품목", Kind.CHECKBOXES, value=("a", "b"))

    assert [field.is_chosen(v) for v in ("a", "c")] == [True, False]
