"""The page that says the database is away must not ask the database who is looking."""

from django.db import OperationalError
from django.test import RequestFactory
from django.utils.functional import SimpleLazyObject

from eok.core.errors import UnavailableError
from eok.krds.middleware import error_page
from eok.krds.viewer import Viewer


def gone() -> Viewer:
    raise OperationalError("server closed the connection unexpectedly")


def test_it_is_drawn_for_nobody() -> None:
    request = RequestFactory().get("/desk/")
    request.viewer = SimpleLazyObject(gone)  # type: ignore[attr-defined]  # as accounts puts it there

    answer = error_page(request, UnavailableError("지금은 저장할 수 없습니다. 그대로입니다. 다시 해 주세요."))

    assert answer.status_code == 503
    assert "지금은 저장할 수 없습니다" in answer.content.decode()
