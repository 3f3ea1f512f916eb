"""Pages as they are drawn: fields under their cause, errors in the summary, the same part for htmx."""

from typing import Any

import pytest

from eok.forms.display import sections
from eok.forms.fields import DrawnPage, draw_page
from eok.forms.known import FROM_IDENTITY, Known
from eok.forms.official import official_form
from eok.forms.pages import validate_page
from eok.krds import jinja
from eok.krds.fields import Field, FieldError, Kind
from tests.forms.making import LAW, TODAY, question, sent, service

SHOP = service(
    [
        question("yes_no", "prepaid", "물건값을 먼저 받나요?", why={"text": "법이 물어요.", "source": LAW}),
        question("choice", "safety", "무엇을 쓰나요?", official="구매안전서비스", when="answers.prepaid"),
        question("text", "name", "상호"),
        question("business_no", "number", "사업자등록번호", help="숫자 10자리"),
    ]
)
PAGE = SHOP.form.pages[0]


def _html(template: str, **context: Any) -> str:
    return jinja.shared().get_template(f"forms/{template}").render(**context)


def _sent_with_faults() -> DrawnPage:
    raw = sent(prepaid="yes", name="", number="123-45-67890", shown="prepaid safety name number")
    result = validate_page(SHOP, PAGE, raw, {}, today=TODAY)
    return draw_page(SHOP, PAGE, {**result.answers}, problems=result.problems)


def _field(kind: str, stored: Any = None, **facts: Any) -> Field:
    made = service([question(kind, **facts)])
    return draw_page(made, made.form.pages[0], {"it": stored}).questions[0].field


@pytest.mark.parametrize(
    ("kind", "facts", "drawn"),
    [
        ("text", {}, Kind.TEXT),
        ("long_text", {}, Kind.TEXTAREA),
        ("phone", {}, Kind.TEL),
        ("yes_no", {}, Kind.TILES),
        ("choices", {}, Kind.CHECKBOXES),
        ("choice", {}, Kind.TILES),
        ("choice", {"options": [{"value": v, "label": v} for v in "abcde"]}, Kind.RADIOS),
        ("choice", {"options": [{"value": v, "label": v * 11} for v in "ab"]}, Kind.RADIOS),
        ("choice", {"options": [{"value": v, "label": v, "help": "설명"} for v in "abc"]}, Kind.RADIOS),
        ("choice", {"options": [{"value": v, "label": v, "help": "설명"} for v in "ab"]}, Kind.TILES),
        ("date", {}, Kind.DATE),
        ("address", {}, Kind.ADDRESS),
    ],
)
def test_which_control_answers_which_question(kind: str, facts: dict[str, Any], drawn: Kind) -> None:
    assert _field(kind, **facts).kind is drawn


@pytest.mark.parametrize(
    ("kind", "stored", "value"),
    [
        ("text", "하늘상점", "하늘상점"),
        ("text", {"typed": {"it": [" 하늘\x07 "]}}, " 하늘\x07 "),
        ("number", 12, "12"),
        ("yes_no", False, "no"),
        ("choices", ["b"], ("b",)),
        ("choice", None, ""),
    ],
)
def test_what_is_in_the_draft_stands_in_the_field(kind: str, stored: Any, value: Any) -> None:
    assert _field(kind, stored).value == value


def test_the_parts_of_a_date_and_an_address_stand_in_their_inputs() -> None:
    place = {"road": "시범로 1", "detail": "", "postcode": "06600"}
    half = {"typed": {"it.year": ["2026"], "it.month": ["십일"], "it.day": [""]}}

    assert [p.value for p in _field("date", "2026-11-27").parts] == ["2026", "11", "27"]
    assert [p.value for p in _field("date", half).parts] == ["2026", "십일", ""]
    assert [p.value for p in _field("address", place).parts] == ["시범로 1", "", "06600"]


def test_an_answer_known_from_the_identity_says_so_until_it_is_changed() -> None:
    made = service([question("person_name", "name", prefill="identity.name")])

    same = draw_page(
        made, made.form.pages[0], {"name": "홍길동"}, known={"name": Known("홍길동", FROM_IDENTITY)}
    )
    changed = draw_page(
        made, made.form.pages[0], {"name": "김하늘"}, known={"name": Known("홍길동", FROM_IDENTITY)}
    )

    assert same.questions[0].field.source_note == FROM_IDENTITY
    assert changed.questions[0].field.source_note == ""


def test_the_summary_tells_its_lines_apart_and_leads_to_the_controls() -> None:
    assert _sent_with_faults().errors == (
        FieldError("q-safety-1", "구매안전서비스를 골라 주세요."),
        FieldError("q-name", "상호를 적어 주세요."),
        FieldError("q-number", "사업자등록번호: 번호가 맞지 않아요. 숫자 10자리를 다시 봐 주세요."),
    )


def test_a_revealed_question_hangs_under_its_cause() -> None:
    drawn = _sent_with_faults()

    html = _html("_questions.html", drawn=drawn, reveal_url="/apply/x/page/")

    assert [one.field.id for one in drawn.questions] == ["q-prepaid", "q-name", "q-number"]
    assert [(one.field.id, one.field.level) for one in drawn.questions[0].opened] == [("q-safety", 1)]
    cause, block, revealed, after = (
        html.index(s) for s in ('id="q-prepaid"', "reveal has-error", 'id="q-safety"', 'id="q-name"')
    )
    assert cause < block < revealed < after


def test_what_was_typed_stands_in_the_page_beside_its_sentence() -> None:
    html = _html("page.html", drawn=_sent_with_faults(), reveal_url="")

    assert 'value="123-45-67890"' in html
    assert "번호가 맞지 않아요. 숫자 10자리를 다시 봐 주세요." in html
    assert html.index('id="error-summary"') < html.index('id="questions"')
    assert "왜 묻나요?" in html
    assert "민원처리법 제8조" in html


def test_the_part_for_htmx_is_the_part_of_the_page() -> None:
    drawn = _sent_with_faults()

    part = _html("_questions.html", drawn=drawn, reveal_url="/apply/x/page/").strip()

    assert part in _html("page.html", drawn=drawn, reveal_url="/apply/x/page/")
    assert 'name="shown" value="prepaid safety name number"' in part


def test_htmx_asks_only_when_an_answer_changed_that_others_look_at() -> None:
    with_cause = draw_page(SHOP, PAGE, {})
    alone = service([question("text")])

    assert with_cause.trigger == "change target:[name=prepaid]"
    assert "hx-post" not in _html("_questions.html", drawn=with_cause, reveal_url="")
    assert "hx-post" not in _html(
        "_questions.html", drawn=draw_page(alone, alone.form.pages[0], {}), reveal_url="/x"
    )


def test_what_people_typed_is_text_and_never_markup() -> None:
    drawn = draw_page(SHOP, PAGE, {"name": '"><script>alert(1)</script>'})

    assert "<script>alert" not in _html("page.html", drawn=drawn, reveal_url="")


def test_the_review_shows_every_page_with_its_way_back() -> None:
    html = _html(
        "review.html",
        sections=sections(SHOP, {"prepaid": False, "name": "하늘<상점"}),
        change_urls={"page-1": "/back/1"},
    )

    assert 'href="/back/1"' in html
    assert "하늘&lt;상점" in html
    assert html.count("<h2") == 1


def test_the_official_form_is_a_table_of_captions_and_answers() -> None:
    html = _html("official.html", official=official_form(SHOP, {"prepaid": True, "safety": "b"}))

    assert "별지 제1호서식" in html
    assert '<th scope="row">구매안전서비스</th>' in html
    assert "나<span" in html.replace("\n", "")
    assert html.count("고르지 않음") == 1
