"""`/trail/`: the last seal of each day for everybody, as a page and as a file."""

import json
from datetime import datetime, timedelta

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client

from eok.core import clock
from eok.trail import published
from eok.trail.actions.seal import seal_new
from eok.trail.models import Seal
from tests import affairs

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


@pytest.fixture
def two_days(monday: datetime) -> list[Seal]:
    """Two seals on Monday, one just before and one just after midnight in Seoul, both 23 November in UTC."""
    for at in (timedelta(0), timedelta(hours=9, minutes=59), timedelta(hours=10, minutes=1)):
        with clock.freeze(monday + at):
            affairs.mail_order(affairs.person())
            seal_new()
    return list(Seal.objects.order_by("number"))


def page(address: str) -> str:
    return Client().get(address).content.decode()


def test_before_the_first_seal() -> None:
    assert "아직 봉인한 기록이 없어요" in page("/trail/")
    assert json.loads(page("/trail/roots.json"))["roots"] == []


def test_the_last_seal_of_each_day_in_seoul_newest_first(two_days: list[Seal]) -> None:
    _, monday, tuesday = two_days

    assert [seal.number for seal in published.daily()] == [tuesday.number, monday.number]


def test_the_page_shows_what_can_be_compared(two_days: list[Seal]) -> None:
    text = page("/trail/")

    for seal in two_days[1:]:
        assert bytes(seal.root).hex() in text
        assert bytes(seal.signature).hex() in text
    assert two_days[2].key_id in text
    assert bytes(two_days[0].root).hex() not in text
    assert "11월 24일" in text and "11월 23일" in text


def test_the_file_is_enough_to_check_a_signature(two_days: list[Seal]) -> None:
    said = json.loads(page("/trail/roots.json"))
    root = said["roots"][0]

    signed = {name: root[name] for name in root if name != "signature"} | {"version": 1}
    key = serialization.load_pem_public_key(said["keys"][root["key_id"]].encode())
    assert isinstance(key, ec.EllipticCurvePublicKey)
    text = json.dumps(signed, sort_keys=True, separators=(",", ":")).encode()
    key.verify(bytes.fromhex(root["signature"]), text, ec.ECDSA(hashes.SHA256()))


def test_the_foot_leads_there() -> None:
    assert 'href="/trail/"' in page("/verify")
