"""Small pages for the browser tests: forms that save, files that go up, questions that appear."""

import json
from collections.abc import Callable

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

from eok.krds import jinja, page

FRAME = """{% extends "krds/resident.html" %}
{% from "krds/steps.html" import saved_line, saved_panel, side_panel %}
{% from "krds/papers.html" import file_list, upload_zone %}
{% from "krds/button.html" import copy_button, print_button, button %}
{% block title %}시험 쪽{% endblock %}
{% block content %}<h1>시험 쪽</h1>BODY{% endblock %}"""
SAVING = """{{ saved_line(none) }}<div data-save-notice></div><form method="post" action="/leave" data-autosave="/save"><label for="a">상호</label><input id="a" name="a">
<label for="b">말</label><textarea id="b" name="b" data-count="100"></textarea>{{ button("다음") }}</form><a href="/other">다른 곳</a>"""
SEALED = """<form method="post" action="/slow" data-seal><input type="hidden" name="seal" value=""><input type="hidden" name="a" value="봉인"></form>"""
STAYING = """<p>머무는 쪽</p>"""
SENDING = """<form method="post" action="/slow" data-once><label for="a">상호</label><input id="a" name="a">{{ button("제출") }}</form>"""
UPLOADING = """<form method="post">{% call file_list("files") %}{% endcall %}
{{ upload_zone("up", "확인증", "file", "/upload", "files") }}</form>"""
COPYING = """<p id="no">2026-004217</p>{{ copy_button("no") }}{{ print_button() }}"""
REVEALING = """<form hx-post="/reveal" hx-trigger="change" hx-target="#more" hx-swap="innerHTML"><label for="q">먼저 받나요?</label>
<select id="q" name="q"><option>아니요</option><option>네</option></select><div id="more"></div></form>"""

ROW = """{% from "krds/papers.html" import file_row %}{{ file_row(name, state, size, said=said) }}"""

OVER = "다른 기기에서 먼저 고쳤어요."
REFUSED = """{% from "krds/alert.html" import alert %}
{% call alert(over, tone="warning", live=true) %}<p><a href="/other">저장된 것 불러오기</a></p>{% endcall %}"""

saved: list[dict[str, str]] = []
sent: list[str] = []


def _page(body: str, session_seconds: int | None = None) -> Callable[[HttpRequest], HttpResponse]:
    def view(request: HttpRequest) -> HttpResponse:
        vars(request)["session_seconds"] = session_seconds
        template = jinja.shared().from_string(FRAME.replace("BODY", body))
        return HttpResponse(template.render(page.around(request)))

    return view


@csrf_exempt
def save(request: HttpRequest) -> HttpResponse:
    if request.POST.get("a") == "막힘":
        return HttpResponse("<!doctype html><main><div class='alert'>다른 쪽</div></main>", status=503)
    if request.POST.get("a") == "끊김":
        return HttpResponse(status=503)
    if request.POST.get("a") == "겹침":
        return HttpResponse(jinja.shared().from_string(REFUSED).render(over=OVER), status=409)
    saved.append(request.POST.dict())
    return HttpResponse(json.dumps({"saved_at": "14시 3분"}), content_type="application/json")


@csrf_exempt
def upload(request: HttpRequest) -> HttpResponse:
    file = request.FILES["file"]
    assert isinstance(file, UploadedFile)
    good = file.read(4) == b"%PDF"
    values = {
        "name": file.name,
        "state": "done" if good else "failed",
        "size": file.size,
        "said": "" if good else "PDF가 아니에요.",
    }
    return HttpResponse(jinja.shared().from_string(ROW).render(values), status=200 if good else 422)


@csrf_exempt
def slow(request: HttpRequest) -> HttpResponse:
    sent.append(request.POST.get("seal") or request.POST["a"])
    return HttpResponse("ok")


@csrf_exempt
def reveal(request: HttpRequest) -> HttpResponse:
    return HttpResponse('<p class="reveal">어떤 서비스인가요?</p>' if request.POST["q"] == "네" else "")


def word(request: HttpRequest) -> HttpResponse:
    return HttpResponse("x")


urlpatterns = [
    path("", include("eok.krds.urls")),
    path("saving", _page(SAVING)),
    path("staying", _page(STAYING, session_seconds=7200)),
    path("sealed", _page(SEALED)),
    path("sending", _page(SENDING)),
    path("uploading", _page(UPLOADING)),
    path("copying", _page(COPYING)),
    path("revealing", _page(REVEALING)),
    path("save", save),
    path("upload", upload),
    path("slow", slow),
    path("reveal", reveal),
    *(
        path(p, word)
        for p in (
            "other",
            "leave",
            "search",
            "my/",
            "verify",
            "desk/",
            "desk/search",
            "privacy",
            "guide",
            "csp-reports/",
        )
    ),
]
