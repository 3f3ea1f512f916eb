"""One page of questions in the residents' frame, served with and without scripts by the same functions."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

from eok.forms.fields import draw_page
from eok.forms.official import official_form
from eok.forms.pages import PageResult, validate_page
from eok.krds import jinja, page
from tests.forms.making import TODAY, question, service

FRAME = """{% extends "krds/resident.html" %}
{% from "krds/button.html" import button %}
{% block title %}시험 쪽{% endblock %}
{% block content %}<form class="form-column" method="post" novalidate><h1>파는 방법을 알려 주세요</h1>
{% include "forms/page.html" %}<div class="button-row form-end">{{ button("다음") }}</div></form>{% endblock %}"""
OFFICIAL = """{% extends "krds/resident.html" %}
{% block title %}시험 쪽{% endblock %}
{% block content %}<h1>낼 내용</h1>{% include "forms/official.html" %}{% endblock %}"""

SAFETY = [
    {"value": "escrow", "label": "결제대금예치(에스크로)"},
    {"value": "insurance", "label": "소비자피해보상보험"},
    {"value": "exempt", "label": "법에서 정한 예외에 해당해요"},
]
SHOP = service(
    [
        question("business_no", "number", "사업자등록번호", official="사업자등록번호", group="신고인", help="숫자 10자리"),
        question("text", "name", "상호", official="법인명(상호)", group="신고인",
                 why={"text": "상호는 신고할 사항이에요.", "source": {"grade": "법령", "cite": "전자상거래법 §12① 1호"}}),
        question("date", "start", "여는 날", official="여는 날", group="신고사항"),
        question("address", "place", "주소", official="소재지", group="신고인"),
        question("yes_no", "prepaid", "물건값을 먼저 받고, 물건을 나중에 보내나요?", official="선지급식", group="신고사항"),
        question("choice", "safety", "어떤 구매안전서비스를 쓰나요?", official="구매안전서비스", group="신고사항",
                 when="answers.prepaid", options=SAFETY),
        question("text", "broker", "중개자 이름", when="answers.safety == 'escrow'"),
        question("choices", "goods", "파는 물건", official="취급품목", group="신고사항"),
    ]
)  # fmt: skip
PAGE = SHOP.form.pages[0]
asked: list[str] = []
"""How each page was asked for: whole, or the part."""


@csrf_exempt
def form(request: HttpRequest) -> HttpResponse:
    sent = (
        validate_page(SHOP, PAGE, request.POST, {}, today=TODAY)
        if request.method == "POST"
        else PageResult({})
    )
    part = "HX-Request" in request.headers
    asked.append("part" if part else "whole")
    drawn = draw_page(SHOP, PAGE, sent.answers, problems={} if part else sent.problems)
    context: dict[str, Any] = {"drawn": drawn, "reveal_url": "/form", **page.around(request)}
    env = jinja.shared()
    template = env.get_template("forms/_questions.html") if part else env.from_string(FRAME)
    return HttpResponse(template.render(context), status=422 if sent.problems and not part else 200)


def official(request: HttpRequest) -> HttpResponse:
    answers = {"name": "하늘상점", "prepaid": True, "safety": "insurance", "goods": ["b"]}
    context = {"official": official_form(SHOP, answers), **page.around(request)}
    return HttpResponse(jinja.shared().from_string(OFFICIAL).render(context))


urlpatterns = [path("form", form), path("official", official), path("", include("tests.krds.pages_to_try"))]
