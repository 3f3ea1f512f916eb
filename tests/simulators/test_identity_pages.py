"""The provider's pages: choose, sign, type somebody, make a mistake, cancel, come too late."""

import hashlib
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.simulators.process import Running, running
from tests.simulators.walk import came_back, chosen, opened, pressed

DIGEST = hashlib.sha256("신고서".encode()).hexdigest()
ASKED = {
    "client_id": "eok",
    "redirect_uri": "http://127.0.0.1:8000/back/",
    "response_type": "code",
    "scope": "openid profile phone",
    "state": "s-1",
    "nonce": "n-1",
    "code_challenge": "c" * 43,
    "code_challenge_method": "S256",
}


def url(**changed: Any) -> str:
    return "/authorize?" + urlencode({name: value for name, value in {**ASKED, **changed}.items() if value})


def test_everyone_is_a_button_and_comes_back_with_a_code(identity: Running) -> None:
    page = opened(identity.http, url())

    back = chosen(identity.http, url(), "demo-haneul")

    assert page.text.count('<button name="person" value="demo-') == 7
    assert "설믜" in page.text and "柳夏潾" in page.text
    assert back["state"] == "s-1"
    assert back["code"]


def test_signing_shows_the_first_digits_and_the_signer_first(identity: Running) -> None:
    page = opened(identity.http, url(prompt="login", nonce=DIGEST, login_hint="demo-haneul")).text

    assert "<h1>이 내용에 서명합니다</h1>" in page
    assert f"{DIGEST[:4]} {DIGEST[4:8]}" in page
    assert page.index("김하늘 이름으로 서명하기") < page.index("홍길동")


def test_signing_in_says_nothing_of_a_signature(identity: Running) -> None:
    assert "서명합니다" not in opened(identity.http, url(nonce=DIGEST)).text


def test_somebody_else_can_be_typed(identity: Running) -> None:
    page = opened(identity.http, url())

    typed = {"name": "남궁믐", "birth_date": "20010203", "phone": "01000000042"}
    back = came_back(pressed(identity.http, page, person="typed", **typed))

    assert back["code"]


def test_mistakes_are_said_at_their_place_and_what_was_typed_stays(identity: Running) -> None:
    page = opened(identity.http, url())

    again = pressed(
        identity.http, page, person="typed", name="남궁<b>", birth_date="2001-02-30", phone="없음"
    )

    assert again.status_code == 422
    assert "고칠 곳이 2군데" in again.text
    assert 'value="남궁&lt;b&gt;"' in again.text
    assert 'aria-describedby="birth_date-hint birth_date-error" aria-invalid="true"' in again.text


def test_cancelling_goes_back_with_the_reason(identity: Running) -> None:
    back = came_back(pressed(identity.http, opened(identity.http, url()), cancel="1"))

    assert back == {"error": "access_denied", "state": "s-1"}


def test_too_late_is_said_with_a_way_back(identity: Running) -> None:
    identity.control(request_seconds=-1)

    page = pressed(identity.http, opened(identity.http, url()), person="demo-hong")

    assert page.status_code == 410
    assert "시간이 지났어요" in page.text
    assert 'href="http://127.0.0.1:8000/back/?error=access_denied&amp;state=s-1"' in page.text


def test_pressing_twice_is_one_code(identity: Running) -> None:
    page = opened(identity.http, url())
    pressed(identity.http, page, person="demo-hong")

    again = pressed(identity.http, page, person="demo-hong")

    assert again.status_code == 410
    assert "다시 시작해 주세요" in again.text


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"scope": "profile"}, "invalid_scope"),
        ({"code_challenge": ""}, "invalid_request"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"prompt": "none"}, "login_required"),
    ],
)
def test_wrong_requests_go_back_with_the_error(
    identity: Running, changed: dict[str, str], error: str
) -> None:
    assert came_back(opened(identity.http, url(**changed))) == {"error": error, "state": "s-1"}


@pytest.mark.parametrize(
    "changed",
    [{"client_id": "other"}, {"redirect_uri": "https://thief.example/"}, {"redirect_uri": "javascript:1"}],
)
def test_strangers_are_not_sent_anywhere(identity: Running, changed: dict[str, str]) -> None:
    page = opened(identity.http, url(**changed))

    assert page.status_code == 400
    assert "Location" not in page.headers


def test_a_code_lives_for_a_minute(tmp_path: Path) -> None:
    (tmp_path / "clock").write_text("2026-11-23T05:00:00+00:00", "ascii")
    with running("identity", environ={"EOK_CLOCK": f"file:{tmp_path}/clock"}) as provider:
        code = chosen(provider.http, url(), "demo-hong")["code"]
        (tmp_path / "clock").write_text("2026-11-23T05:01:01+00:00", "ascii")
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": ASKED["redirect_uri"]}
        answer = provider.http.post("/token", data=form, auth=("eok", "demonstration"))

    assert (answer.status_code, answer.json()) == (400, {"error": "invalid_grant"})


def test_signing_out_goes_back_or_says_so(identity: Running) -> None:
    back = identity.http.get("/end_session", params={"post_logout_redirect_uri": "http://127.0.0.1:8000/"})
    stays = identity.http.get("/end_session", params={"post_logout_redirect_uri": "https://thief.example/"})

    assert back.headers["Location"] == "http://127.0.0.1:8000/"
    assert "로그아웃했어요" in stays.text
