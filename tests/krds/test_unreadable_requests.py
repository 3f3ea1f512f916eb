"""A body that says it is written in what no form is written in is refused with 400, not a fault (found by tests/hostile)."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db(databases="__all__")


@pytest.mark.parametrize(
    "kind",
    [
        "application/x-www-form-urlencoded; charset=utf-16",
        "multipart/form-data",
        "multipart/form-data; boundary=" + "x" * 300,
    ],
)
def test_it_is_refused_in_a_sentence(kind: str) -> None:
    response = Client().generic("POST", "/verify/seal/", b"seal=1", content_type=kind)

    assert response.status_code == 400
    assert "보낸 내용을 읽을 수 없습니다" in response.content.decode()
