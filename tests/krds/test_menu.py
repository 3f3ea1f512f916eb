"""Menus leave out rooms that are not there and mark where the reader is."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import path

from eok.krds import menu


def _page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("x")


urlpatterns = [path("search", _page), path("verify", _page)]


@override_settings(ROOT_URLCONF=__name__)
def test_a_room_that_is_not_there_is_left_out() -> None:
    assert [item.label for item in menu.shown(menu.RESIDENT)] == ["민원 찾기", "진위확인"]


@pytest.mark.parametrize(
    ("path_now", "label"),
    [
        ("/search", "민원 찾기"),
        ("/services/mail-order-report", "민원 찾기"),
        ("/my/cases/1", "나의 민원"),
        ("/", None),
        ("/searching", None),
    ],
)
def test_the_reader_is_under_one_word(path_now: str, label: str | None) -> None:
    found = menu.here(menu.RESIDENT, path_now)

    assert (found.label if found else None) == label


def test_the_longest_beginning_wins() -> None:
    found = menu.here(menu.DESK, "/desk/cases/2026-004102")

    assert found is not None
    assert found.label == "사건"
