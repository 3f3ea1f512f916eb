"""Every simulator says when it is ready, marks itself, and refuses to start in production."""

from pathlib import Path

import pytest

from tests.simulators.calls import called
from tests.simulators.process import running, start

ALL = {
    "identity": "published",
    "sms": "assumed",
    "tax_office": "assumed",
    "payments": "published",
    "shared_records": "assumed",
    "addresses": "published",
    "building_register": "published",
}


@pytest.mark.parametrize(("name", "protocol"), ALL.items())
def test_is_healthy_and_says_what_it_is(name: str, protocol: str) -> None:
    with running(name) as simulator:
        health = simulator.http.get("/healthz")
        front = simulator.http.get("/", headers={"Accept": "text/html"})

    assert health.json() == {"ok": True, "simulator": name, "protocol": protocol}
    assert health.headers["X-Eok-Simulator"] == name
    assert "시험용" in front.text
    assert f"({protocol})" in front.text


@pytest.mark.parametrize("name", ALL)
def test_refuses_production(name: str) -> None:
    process = start(name, environ={"EOK_PRODUCTION": "1"})

    out, err = process.communicate(timeout=30)

    assert process.returncode == 2
    assert out == ""
    assert "EOK_PRODUCTION=1" in err


def test_an_occupied_port_is_said_in_a_sentence() -> None:
    with running("sms") as first:
        process = start("sms", "--port", first.url.rsplit(":", 1)[1])
        _, err = process.communicate(timeout=30)

    assert process.returncode == 2
    assert "--port로 다른 번호를" in err


def test_what_it_remembers_outlives_it(tmp_path: Path) -> None:
    state = f"{tmp_path}/records.json"
    asked = {
        "kind": "business-registration",
        "subject_no": "999-01-00008",
        "purpose": "시험",
        "consent_id": "c-1",
    }
    with running("shared_records", "--state", state) as before:
        first = called(before, "POST", "/lookups", asked, key="look-1").json()
    with running("shared_records", "--state", state) as after:
        again = called(after, "POST", "/lookups", asked, key="look-1").json()

    assert again["reference_no"] == first["reference_no"]


def test_follows_the_moved_clock(tmp_path: Path) -> None:
    (tmp_path / "clock").write_text("2026-11-23T05:00:00+00:00", "ascii")
    with running("sms", environ={"EOK_CLOCK": f"file:{tmp_path}/clock"}) as sms:
        taken = called(sms, "POST", "/messages", {"to": "010-0000-0001", "text": "안녕"}, key="k").json()

    assert taken["accepted_at"] == "2026-11-23T05:00:00+00:00"
