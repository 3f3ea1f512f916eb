"""Nothing of an affair's page looks surer than it is: what is not read in the law carries its grade, in its place."""

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client, RequestFactory

from eok.catalogue import queries as catalogue
from eok.catalogue.facts import facts
from eok.catalogue.schema import Grade, Service, Source
from eok.krds.page import render
from eok.offices.data_file import Loc
from eok.portal.affair import affair_page
from eok.portal.origins import origin
from tests.portal.walking import CLOSURE, MAIL_ORDER, text

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]

NOT_ON_THE_PAGE = {"review", "supplement_reasons", "refusal_reasons", "checked", "deemed_after"}
"""What officers look at, and what is asked only while filing."""
LINE = re.compile(r'<p class="source-line">(.*?)</p>', re.S)
TAG = re.compile(r"<[^>]*>")
COMING = {"on": "2027-01-01", "text": "새로 생겨요.", "source": {"grade": "법령", "cite": "민원처리법 §8"}}
DEADLINE = {"text": "30일 안에", "source": {"grade": "법령", "cite": "민원처리법 §8"}}


def on_the_page(loc: Loc) -> bool:
    return loc[0] not in NOT_ON_THE_PAGE and loc[:2] != ("form", "pages") and "by_post" not in loc


def lines(shown: str) -> list[str]:
    """Every source line of the page, in words."""
    return [" ".join(unescape(TAG.sub(" ", line)).split()) for line in LINE.findall(shown)]


def drawn(service: Service) -> str:
    request = RequestFactory().get(f"/services/{service.id}")
    return render(request, "portal/affair.html", {"page": affair_page(service, {})}).content.decode()


@pytest.mark.parametrize("service_id", [MAIL_ORDER, CLOSURE])
def test_every_fact_that_is_not_law_shows_its_badge(service_id: str) -> None:
    unsure = [
        fact.source.grade.value
        for fact in facts(catalogue.get(service_id))
        if on_the_page(fact.loc) and fact.source.grade in (Grade.REFERENCE, Grade.OPEN)
    ]

    shown = lines(text(Client().get(f"/services/{service_id}")))

    assert unsure
    assert sorted(line.split()[0] for line in shown if line.startswith(("참고", "미확인"))) == sorted(unsure)


@pytest.mark.parametrize("service_id", [MAIL_ORDER, CLOSURE])
@pytest.mark.parametrize("grade", ["참고", "미확인"])
def test_whatever_fact_were_unsure_would_say_so_once_beside_itself(service_id: str, grade: str) -> None:
    service, numbers = regraded(catalogue.get(service_id), grade)

    shown = drawn(service)

    for loc, number in numbers.items():
        mark = f"{grade} 출처 {number} 2026년 11월 22일(일)에 읽음"
        assert lines(shown).count(mark) == (1 if on_the_page(loc) else 0), loc
    for sentence in (service.who, service.when, service.filing_deadline, *service.warnings, *service.law):
        assert sentence is not None
        after = shown.split(str(sentence.text))[1]
        assert f"출처 {number_of(sentence.source)}" in lines(after)[0]


def regraded(service: Service, grade: str) -> tuple[Service, dict[Loc, int]]:
    """The service with every fact of one grade, read at places with a number; and the number by place."""
    told = service.model_dump(mode="json", by_alias=True)
    told["coming"], told["filing_deadline"] = [COMING], DEADLINE
    count = 0

    def walk(part: Any) -> Any:  # Any: the JSON of a service
        nonlocal count
        if isinstance(part, list):
            return [walk(one) for one in part]
        if not isinstance(part, dict):
            return part
        if "grade" not in part:
            return {name: walk(value) for name, value in part.items()}
        count += 1
        return {
            "grade": grade,
            "where": f"https://x.example/{count}",
            "on": "2026-11-22",
            "by": f"출처 {count}",
        }

    made = Service.model_validate(walk(told))
    return made, {fact.loc: number_of(fact.source) for fact in facts(made)}


def number_of(source: Source) -> int:
    return int((source.by or "").split()[1])


def test_the_cost_says_in_its_row_where_its_amount_was_read() -> None:
    shown = text(Client().get(f"/services/{MAIL_ORDER}"))

    fee, tax = re.findall(r'<tr><th scope="row">.*?</tr>', shown.split('class="cost-table"')[1], re.S)

    assert "수수료" in fee
    assert lines(fee) == ["참고 공정거래위원회 민원 안내 2026년 11월 22일(일)에 읽음"]
    assert "등록면허세" in tax
    assert [line.split()[0] for line in lines(tax)] == ["미확인"]


def test_what_was_read_in_the_law_shows_the_article_without_a_badge() -> None:
    after = text(Client().get(f"/services/{MAIL_ORDER}")).split("<dt>누가</dt>")[1]

    assert lines(after)[0] == "전자상거래법 제12조제1항; 전자상거래법 시행령 제13조제1항"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ({"grade": "미확인"}, ("", "아직 확인하지 못했어요.", "", "")),
        ({"grade": "미확인", "cite": "민원처리법 §8"}, ("민원처리법 §8", "", "", "")),
        ({"grade": "미확인", "where": "https://x.example/"}, ("", "읽은 곳", "https://x.example/", "")),
        (
            {"grade": "참고", "where": "https://x.example/", "on": date(2026, 11, 22)},
            ("", "다른 기관의 안내", "https://x.example/", "2026년 11월 22일(일)에 읽음"),
        ),
        (
            {"grade": "우리 구", "by": "위생과", "where": "민원처리기준표", "on": date(2026, 11, 2)},
            ("", "위생과 · 민원처리기준표", "", "2026년 11월 2일(월)에 정함"),
        ),
    ],
)
def test_each_kind_of_source_in_words(source: dict[str, Any], said: tuple[str, str, str, str]) -> None:
    found = origin(Source.model_validate(source))

    assert (found.cite, found.who, found.url, found.on) == said
