"""Bad input on the pages: a plain sentence at its place, 422, what was typed kept, nothing counted as answered."""

from typing import Any

import pytest

from eok.applications import drafts
from eok.applications.models import Draft
from eok.forms.typed import is_typed, posted
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]

BAD: list[tuple[str, dict[str, Any], str, str]] = [
    ("business", {"business_no": "123-45-67890"}, "business_no", "번호가 맞지 않아요. 숫자 10자리를 다시 봐 주세요."),
    ("business", {"business_no": "123"}, "business_no", "숫자가 10자리여야 하는데 3자리예요."),
    ("applicant", {"birth_date.month": "2", "birth_date.day": "30"}, "birth_date", "1985년 2월은 28일까지 있어요."),
    ("applicant", {"birth_date.year": "2027"}, "birth_date", "2026년 11월 23일까지 적을 수 있어요."),
    ("applicant", {"birth_date.month": "13"}, "birth_date", "13월은 없어요. 월은 1부터 12까지예요."),
    ("applicant", {"birth_date.day": ""}, "birth_date", "일이 비어 있어요. 연도, 월, 일을 모두 적어 주세요."),
    ("applicant", {"mobile": "12345"}, "mobile", "전화번호가 맞지 않아요."),
    ("applicant", {"mobile": "010-1234-567"}, "mobile", "전화번호가 맞지 않아요."),
    ("business", {"business_phone": "전화 없음"}, "business_phone", "전화번호가 맞지 않아요."),
    ("applicant", {"email": "haneul@"}, "email", "전자우편주소가 맞지 않아요."),
    ("business", {"trade_name": "가" * 10_000}, "trade_name", "지금 10,000자예요. 9,940자를 줄여 주세요."),
    ("business", {"address.detail": "가" * 10_000}, "address", "지금 10,000자예요. 9,900자를 줄여 주세요."),
    ("applicant", {"email": "a" * 10_000}, "email", "지금 10,000자예요. 9,880자를 줄여 주세요."),
    ("business", {"trade_name": "하늘\x07상점"}, "trade_name", "보이지 않는 글자가 들어 있어요."),
    ("business", {"trade_name": "하늘\x00상점"}, "trade_name", "보이지 않는 글자가 들어 있어요."),
    ("business", {"address.road": "시범대로\x1b12"}, "address", "보이지 않는 글자가 들어 있어요."),
    ("business", {"trade_name": "하늘\u202e상점"}, "trade_name", "보이지 않는 글자가 들어 있어요."),
    ("business", {"trade_name": "하늘🌤상점"}, "trade_name", "인쇄할 수 없는 글자가 있어요(🌤)"),
    ("applicant", {"representative_name": "김\U00030000"}, "representative_name", "이름이 그 글자라면 담당 부서에 전화해"),
    ("selling", {"domain": "하늘 상점"}, "domain", "인터넷 주소"),
]  # fmt: skip
NOT_OFFERED: list[tuple[str, dict[str, Any], str, str]] = [
    ("payment", {"prepaid": "maybe"}, "prepaid", "고를 수 없는 답이에요."),
    ("selling", {"goods": ["fashion", "weapons"]}, "goods", "고를 수 없는 답이에요."),
]


@pytest.mark.parametrize(("page", "typed", "question", "sentence"), BAD + NOT_OFFERED)
def test_it_is_said_in_its_place_and_what_was_typed_stays(
    page: str, typed: dict[str, Any], question: str, sentence: str
) -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)

    response = walking.sent(client, draft, page, **typed)

    shown = walking.text(response)
    summary, rest = shown.split('id="error-summary"')[1].split("</ul>", 1)
    stored = drafts.read(Draft.objects.get(pk=draft.pk))
    assert response.status_code == 422
    assert f'href="#q-{question}' in summary
    assert sentence in rest.split(f'id="q-{question}-error"')[1].split("</p>")[0]
    assert is_typed(stored.answers[question])
    for name, value in typed.items():
        assert posted(stored.answers[question]).getlist(name) == (
            value if isinstance(value, list) else [value]
        )
    assert page not in stored.visited


@pytest.mark.parametrize(("page", "typed", "question", "sentence"), BAD)
def test_it_stands_on_the_page_again_and_when_one_comes_back(
    page: str, typed: dict[str, Any], question: str, sentence: str
) -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)

    told = walking.text(walking.sent(client, draft, page, **typed))
    later = walking.text(client.get(walking.page_url(draft, page)))

    for shown in (told, later):
        assert all(f'value="{value}"' in shown for value in typed.values())
        assert sentence in shown


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("110111-0000001", "번호가 맞지 않아요. 숫자 13자리를 다시 봐 주세요."),
        ("110111-000000", "숫자가 13자리여야 하는데 12자리예요."),
    ],
)
def test_a_wrong_number_of_a_corporation_is_said_in_its_place_and_stays(typed: str, sentence: str) -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)
    walking.sent(client, draft, "applicant", applicant_kind="corporation")

    response = walking.sent(client, draft, "business", corporation_no=typed)

    shown = walking.text(response)
    stored = drafts.read(Draft.objects.get(pk=draft.pk))
    assert response.status_code == 422
    assert 'href="#q-corporation_no"' in shown.split('id="error-summary"')[1].split("</ul>")[0]
    assert sentence in shown.split('id="q-corporation_no-error"')[1].split("</p>")[0]
    assert f'value="{typed}"' in shown
    assert is_typed(stored.answers["corporation_no"]) and "business" not in stored.visited


@pytest.mark.parametrize("name", ["설믜", "柳夏潾", "뷁햏", "Ana-María O’Neill"])
def test_rare_syllables_hanja_and_foreign_names_are_taken(name: str) -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)

    response = walking.sent(client, draft, "applicant", representative_name=name)

    stored = drafts.read(Draft.objects.get(pk=draft.pk)).answers["representative_name"]
    assert response.status_code == 302
    assert stored == name


def test_what_was_typed_wrong_stands_in_the_way_of_filing() -> None:
    client, _ = walking.signed_in()
    draft = walking.ready(client)
    walking.sent(client, draft, "business", trade_name="하늘🌤상점")

    review = client.get(f"/drafts/{draft.pk}/review/")
    submit = client.get(f"/drafts/{draft.pk}/submit/")

    assert "‘사업을 알려 주세요’ 쪽을 채워 주세요." in walking.text(review)
    assert submit["Location"] == f"/drafts/{draft.pk}/review/"


def test_a_page_that_is_not_there_is_said_plainly() -> None:
    client, _ = walking.signed_in()
    draft = walking.begun(client)

    response = client.get(walking.page_url(draft, "nowhere"))

    assert response.status_code == 404 and "그런 쪽이 없습니다" in walking.text(response)
