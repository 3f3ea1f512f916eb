"""준비할 것 on the affair's page: the list told beforehand is the list of the form (민원처리법 시행령 §10②)."""

import re
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from django.core.wsgi import get_wsgi_application
from django.test import Client, RequestFactory

from eok.catalogue import queries as catalogue
from eok.catalogue.schema import Service
from eok.core.page_cache import PageCache
from eok.forms.preparation import preparation
from tests.portal.walking import MAIL_ORDER, text

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]

SAFETY = "구매안전서비스 이용 확인증"
ESCROW = "결제대금예치 이용 확인증"
PROOF = "통신판매중개자에게 결제대금예치를 제공하고 있음을 증명하는 서류"
EXEMPTION = "소명자료(구매안전서비스를 두지 않아도 되는 거래)"
NONE, MINE, OPEN = "해당 없음", "내가 준비", "위에서 골라 주세요"
PREPAID = {"applicant_kind": "person", "prepaid": "yes"}
ESCROWED = {**PREPAID, "safety_service": "escrow"}
WORDS = re.compile(
    r'<p class="name">([^<]*)</p><p>([^<]*)</p>.*?<span class="krds-badge bg-[^>]*>([^<]*)', re.S
)
WHICH, THROUGH = (
    "구매자의 돈을 지켜 주는 구매안전서비스는 어떤 것을 쓰나요?",
    "결제대금예치(에스크로)는 누구를 통해 쓰나요?",
)


def address(picked: dict[str, str]) -> str:
    return f"/services/{MAIL_ORDER}?{urlencode(picked)}"


def listed(shown: str) -> dict[str, str]:
    """The papers of the page and their word."""
    return {name: word for name, _, word in WORDS.findall(shown)}


def safety_papers(picked: dict[str, str]) -> tuple[str, ...]:
    found = listed(text(Client().get(address(picked))))
    return tuple(found[name] for name in (SAFETY, ESCROW, PROOF, EXEMPTION))


def asked(shown: str) -> list[str]:
    return re.findall(r'<legend class="field-label">([^<]*)</legend>', shown)


@pytest.mark.parametrize(
    ("picked", "papers"),
    [
        ({}, (OPEN, OPEN, OPEN, OPEN)),
        ({"applicant_kind": "person"}, (OPEN, OPEN, OPEN, OPEN)),
        ({"prepaid": "no"}, (NONE, NONE, NONE, NONE)),
        (PREPAID, (OPEN, OPEN, OPEN, OPEN)),
        (ESCROWED, (OPEN, OPEN, OPEN, NONE)),
        ({**ESCROWED, "escrow_through": "direct"}, (MINE, NONE, NONE, NONE)),
        ({**ESCROWED, "escrow_through": "marketplace"}, (NONE, MINE, MINE, NONE)),
        ({**PREPAID, "safety_service": "insurance"}, (MINE, NONE, NONE, NONE)),
        ({**PREPAID, "safety_service": "exempt"}, (NONE, NONE, NONE, MINE)),
    ],
)
def test_each_way_of_being_paid_calls_for_its_own_papers(
    picked: dict[str, str], papers: tuple[str, ...]
) -> None:
    """전자상거래법 시행령 §13①, 시행규칙 §8②."""
    assert safety_papers(picked) == papers


def test_at_first_nothing_is_said_to_be_out_of_the_question() -> None:
    shown = text(Client().get(f"/services/{MAIL_ORDER}"))

    reasons = {reason for _, reason, _ in WORDS.findall(shown)}

    assert set(listed(shown).values()) == {OPEN}
    assert reasons == {"위의 물음에 답하면 필요한지 알 수 있어요."}


@pytest.mark.parametrize(
    ("picked", "more"),
    [
        ({}, []),
        ({"prepaid": "no"}, []),
        (PREPAID, [WHICH]),
        ({**PREPAID, "safety_service": "insurance"}, [WHICH]),
        (ESCROWED, [WHICH, THROUGH]),
        ({"prepaid": "no", "safety_service": "escrow", "escrow_through": "direct"}, []),
    ],
)
def test_a_question_comes_once_the_answer_above_makes_it_one(picked: dict[str, str], more: list[str]) -> None:
    first = ["누가 신고하나요?", "물건값을 먼저 받고, 물건을 나중에 보내나요?"]

    assert asked(text(Client().get(address(picked)))) == first + more


def test_an_answer_whose_question_fell_away_does_not_count() -> None:
    left_over = {"safety_service": "escrow", "escrow_through": "marketplace"}

    assert safety_papers({"prepaid": "no", **left_over}) == (NONE, NONE, NONE, NONE)
    assert safety_papers(left_over) == (OPEN, OPEN, OPEN, OPEN)


LEFT_TO_THE_FORM = {
    "food-business-report", "food-business-change", "food-business-succession", "livestock-business-report",
    "livestock-business-change", "outdoor-sign-permit",
}  # fmt: skip
"""Their papers hang on more than a few questions: an area in ㎡, a list of places."""


def test_few_questions_at_first_and_all_papers_decided_at_the_end() -> None:
    for service in catalogue.all_services():
        assert len(preparation(service, {}).questions) <= 3, service.id

        left = [
            (service.id, picked, state.paper.id)
            for picked in every_answer(service, {})
            for state in preparation(service, picked).papers
            if state.undecided and service.id not in LEFT_TO_THE_FORM
        ]

        assert left == []


def test_of_a_plain_cafe_only_a_few_papers_stay_open() -> None:
    service = catalogue.get("food-business-report")
    plain = {"business_type": "rest-restaurant", "tap_water_only": "yes", "special_place": "no",
             "gas_inspection": "no", "outdoor_seats": "no", "playground": "no"}  # fmt: skip

    papers = preparation(service, plain).papers

    assert len(papers) > 20
    assert {state.paper.id for state in papers if state.undecided} == {
        "education-certificate", "fire-certificate", "health-check",
    }  # fmt: skip


def every_answer(service: Service, picked: dict[str, str]) -> Iterator[dict[str, str]]:
    """Every way to answer all that the page asks."""
    waiting = next((q for q in preparation(service, picked).questions if q.id not in picked), None)
    if waiting is None:
        yield picked
        return
    for value, _ in waiting.options:
        yield from every_answer(service, {**picked, waiting.id: value})


def test_what_one_visitor_answered_is_not_shown_to_the_next() -> None:
    kept = PageCache(get_wsgi_application(), version=lambda: "1", minute=lambda: "m")
    marketplace, direct = ({**ESCROWED, "escrow_through": way} for way in ("marketplace", "direct"))

    seen = [listed(through(kept, picked)) for picked in ({}, marketplace, direct, {}, marketplace)]

    assert [papers[ESCROW] for papers in seen] == [OPEN, MINE, NONE, OPEN, MINE]
    assert kept.hits == {f"/services/{MAIL_ORDER}": 1}  # only the page nobody answered comes from memory


def through(kept: PageCache, picked: dict[str, str]) -> str:
    environ = RequestFactory().get(address(picked)).environ
    return b"".join(kept(environ, lambda status, headers, exc=None: None)).decode()
