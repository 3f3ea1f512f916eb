"""Codes of the authenticator app: right by RFC 6238, each good once; recovery codes likewise."""

import base64
import io
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from django.test import Client
from PIL import Image

from eok.accounts import second_factor
from eok.accounts.models import Officer, RecoveryCode, SignInRecord
from tests.accounts.officers import SECRET, code, give_code, give_password

RFC_SECRET = base64.b32encode(b"12345678901234567890").decode()


@pytest.mark.parametrize(
    ("at", "eight_digits"),
    [
        (59, "94287082"),
        (1111111109, "07081804"),
        (1111111111, "14050471"),
        (1234567890, "89005924"),
        (2000000000, "69279037"),
    ],
)
def test_the_vectors_of_rfc_6238(at: int, eight_digits: str) -> None:
    """Appendix B, SHA-1; ours are the last six digits."""
    assert second_factor.code_at(RFC_SECRET, at) == eight_digits[-6:]
    assert second_factor.counter_of(RFC_SECRET, eight_digits[-6:], at, after=0) == at // 30


@pytest.mark.parametrize(
    ("seconds_late", "good"), [(-30, True), (0, True), (30, True), (-60, False), (60, False)]
)
def test_a_phone_may_be_half_a_minute_off(seconds_late: int, good: bool) -> None:
    at = 1_700_000_010
    shown = second_factor.code_at(SECRET, at - seconds_late)

    assert (second_factor.counter_of(SECRET, shown, at, after=0) is not None) == good


def test_a_counter_must_grow() -> None:
    at = 1_700_000_010
    shown = second_factor.code_at(SECRET, at)
    counter = at // 30

    assert second_factor.counter_of(SECRET, shown, at, after=counter) is None
    assert second_factor.counter_of(SECRET, shown, at, after=counter - 1) == counter


@pytest.mark.django_db(databases="__all__")
def test_a_code_that_was_seen_over_the_shoulder_is_spent(client: Client, officer: Officer) -> None:
    seen = code()
    give_password(client, officer.login)
    first = give_code(client, seen)
    thief = Client()
    give_password(thief, officer.login)

    second = give_code(thief, seen)

    assert (first.status_code, second.status_code) == (302, 422)
    assert "이미 썼습니다" in second.content.decode()
    assert thief.get("/desk/").status_code == 302


@pytest.mark.django_db(databases="__all__")
def test_two_requests_with_one_code_spend_it_once(officer: Officer) -> None:
    """Both have read the old counter; the row decides."""
    twin = Officer.objects.get(pk=officer.pk)

    assert second_factor.spend_counter(officer, 7) is True
    assert second_factor.spend_counter(twin, 7) is False


@pytest.mark.django_db(databases="__all__")
def test_a_recovery_code_opens_once_however_it_is_typed(client: Client, officer: Officer) -> None:
    codes = second_factor.new_recovery_codes(officer)
    give_password(client, officer.login)
    first = give_code(client, codes[0].upper().replace("-", " "))
    other = Client()
    give_password(other, officer.login)

    again = give_code(other, codes[0])
    next_one = give_code(other, codes[1])

    assert (first.status_code, again.status_code, next_one.status_code) == (302, 422, 302)
    assert list(SignInRecord.objects.filter(outcome="in").values_list("how", flat=True)) == ["recovery"] * 2


@pytest.mark.django_db(databases="__all__")
def test_recovery_codes_are_of_one_officer_and_of_the_last_set(officer: Officer) -> None:
    old = second_factor.new_recovery_codes(officer)
    new = second_factor.new_recovery_codes(officer)

    kept = set(RecoveryCode.objects.values_list("digest", flat=True))

    assert len(set(old + new)) == 16
    assert kept == {second_factor.recovery_digest(officer, one) for one in new}


def test_the_picture_says_what_an_app_needs() -> None:
    secret = second_factor.new_secret()

    [found] = zxingcpp.read_barcodes(Image.open(io.BytesIO(second_factor.picture(secret, "hana"))))

    address = urlsplit(found.text)
    said = parse_qs(address.query)
    assert (address.scheme, address.netloc) == ("otpauth", "totp")
    assert said["secret"] == [secret]
    assert said["issuer"] == [second_factor.ISSUER]
    assert len(base64.b32decode(secret)) == 20
