"""`/verify`, the interface and `./eok verify` answer every hostile file in a sentence, in time, never with a fault."""

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.hostile.corpus import corpus

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday", "state_dir")]
PATIENCE = 60
"""Seconds on a machine that does other things; the bounds themselves are in `papers/apart.py`."""


@pytest.mark.parametrize("name", [name for name in corpus() if "limit" not in name])
def test_each_is_answered(name: str) -> None:
    before = time.monotonic()

    response = Client().post(
        "/api/v1/certificates/file", {"file": SimpleUploadedFile("a.pdf", corpus()[name])}
    )

    assert response.status_code in (200, 422)
    assert response.json().get("valid") is not True
    assert time.monotonic() - before < PATIENCE
