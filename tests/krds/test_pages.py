"""A page escapes what people typed, refuses unknown names, and carries nothing inline (CSP)."""

import re

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from jinja2 import UndefinedError

from eok.krds import jinja, page, samples
from eok.krds.fields import Field, FieldError
from eok.krds.viewer import Viewer

INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)", re.I)


@pytest.fixture
def request_() -> HttpRequest:
    return RequestFactory().get("/krds/")


def _macro(file: str, name: str, *args: object, **kwargs: object) -> str:
    return str(getattr(jinja.shared().get_template(f"krds/{file}.html").module, name)(*args, **kwargs))


def test_the_galleries_have_nothing_inline(request_: HttpRequest) -> None:
    resident = page.to_text(request_, "krds/gallery.html", samples.context())
    desk = page.to_text(request_, "krds/desk_gallery.html", samples.desk_context())

    assert not INLINE.search(resident)
    assert not INLINE.search(desk)


def test_an_unknown_name_is_an_error(request_: HttpRequest) -> None:
    with pytest.raises(UndefinedError):
        page.to_text(request_, "krds/gallery.html", {})


def test_what_was_typed_is_escaped() -> None:
    drawn = _macro("field", "field", Field("a", "a", "<b>", value='"><script>', error="<i>"))

    assert "<script>" not in drawn
    assert "<b>" not in drawn
    assert "&#34;&gt;&lt;script&gt;" in drawn


def test_a_field_names_its_error_and_help() -> None:
    drawn = _macro("field", "field", Field("a", "a", "상호", help="도움", error="고쳐 주세요."))

    assert 'aria-describedby="a-error a-help"' in drawn
    assert 'aria-invalid="true"' in drawn
    assert 'id="a-error"' in drawn
    assert '<label class="field-label" for="a">상호</label>' in drawn


def test_only_what_is_optional_is_marked() -> None:
    assert "(선택)" in _macro("field", "field", Field("a", "a", "상호", required=False))
    assert "(선택)" not in _macro("field", "field", Field("a", "a", "상호"))


def test_the_error_summary_takes_the_focus_and_links() -> None:
    drawn = _macro("errors", "error_summary", [FieldError("a", "상호를 적어 주세요")])

    assert 'tabindex="-1" autofocus' in drawn
    assert '<a href="#a">상호를 적어 주세요</a>' in drawn
    assert "1군데" in drawn


def test_an_error_page_says_the_three_parts(request_: HttpRequest) -> None:
    message = "찾는 화면이 없습니다. 주소가 바뀌었거나 지워졌습니다. 검색으로 다시 찾아 주세요."

    drawn = page.to_text(request_, "krds/error.html", {"message": message})

    assert "<h1>찾는 화면이 없습니다</h1>" in drawn
    assert "주소가 바뀌었거나 지워졌습니다. 검색으로 다시 찾아 주세요." in drawn


def test_the_header_names_who_is_signed_in(request_: HttpRequest) -> None:
    request_.viewer = Viewer("홍길동", sign_out="/sign-out")  # type: ignore[attr-defined]  # set by middleware

    drawn = page.to_text(request_, "krds/display.html")

    assert "홍길동" in drawn
    assert 'action="/sign-out"' in drawn
    assert 'name="csrfmiddlewaretoken"' in drawn


def test_a_page_for_everyone_holds_no_token(request_: HttpRequest) -> None:
    assert "csrfmiddlewaretoken" not in page.to_text(request_, "krds/display.html")


def test_a_demonstration_says_so_and_never_the_official_sentence(request_: HttpRequest) -> None:
    drawn = page.to_text(request_, "krds/display.html")

    assert drawn.count("시험용") >= 3
    assert "공식 전자정부" not in drawn


def test_an_icon_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        jinja.icon("unicorn")


def test_an_icon_is_silent_unless_it_is_named() -> None:
    assert 'aria-hidden="true"' in jinja.icon("search")
    assert 'role="img" aria-label="검색"' in jinja.icon("search", label="검색")
