"""Nothing forged is believed: each way a token can lie is tried on the adapter."""

import unicodedata
from datetime import UTC, datetime

import pytest

from eok.core import clock
from eok.linkage.errors import IdentityRefusedError
from eok.linkage.oidc.id_token import Believed
from eok.linkage.oidc.person import person
from eok.linkage.ports import Acr
from simulators.identity.tokens import FORGERIES
from tests.linkage.adapters.test_oidc import DIGEST, coded, finished, provider_at
from tests.simulators.process import Running

ONLY_WHEN_SIGNING = {"stale"}
ONLY_WHEN_SIGNING_IN = {"other_person"}


@pytest.mark.parametrize("forgery", sorted(set(FORGERIES) - {"none"} - ONLY_WHEN_SIGNING))
def test_nobody_is_signed_in_by_a_forgery(identity: Running, forgery: str) -> None:
    identity.control(forgery=forgery)
    provider = provider_at(identity.url)

    with pytest.raises(IdentityRefusedError):
        finished(provider, coded(identity, provider, "demo-hong"))


@pytest.mark.parametrize("forgery", sorted(set(FORGERIES) - {"none"} - ONLY_WHEN_SIGNING_IN))
def test_nothing_is_signed_by_a_forgery(identity: Running, forgery: str) -> None:
    identity.control(forgery=forgery)
    provider = provider_at(identity.url)
    code = coded(identity, provider, "demo-hong", Acr.SIGN, DIGEST)

    with pytest.raises(IdentityRefusedError):
        finished(provider, code, Acr.SIGN, DIGEST)


def test_a_good_token_is_worth_nothing_an_hour_later(identity: Running) -> None:
    provider = provider_at(identity.url)
    code = coded(identity, provider, "demo-hong")

    with (
        clock.freeze(datetime.fromtimestamp(clock.now().timestamp() + 3600, UTC)),
        pytest.raises(IdentityRefusedError),
    ):
        finished(provider, code)


@pytest.mark.parametrize(
    ("said", "phone"),
    [
        ("+82 10-0000-0001", "010-0000-0001"),
        ("+821000000001", "010-0000-0001"),
        ("010-000-0001", "010-000-0001"),
        ("+1 415 555 0000", "+1 415 555 0000"),
        ("", ""),
    ],
)
def test_phones_in_every_spelling(said: str, phone: str) -> None:
    claims: dict[str, object] = {"sub": "s", "name": "홍길동", "phone_number": said}

    assert person(Believed(claims, clock.now(), ""), {}, "t").phone == phone


@pytest.mark.parametrize("said", ["1985", "0000-04-12", "1985-02-30", 19850412, None])
def test_a_birth_date_that_is_none_is_left_out(said: object) -> None:
    claims: dict[str, object] = {"sub": "s", "name": "홍길동", "birthdate": said}

    assert person(Believed(claims, clock.now(), ""), {}, "t").birth_date is None


def test_a_name_in_decomposed_syllables_is_composed() -> None:
    claims: dict[str, object] = {"sub": "s", "name": unicodedata.normalize("NFD", "홍길동")}

    assert person(Believed(claims, clock.now(), ""), {}, "t").name == "홍길동"
