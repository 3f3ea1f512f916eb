"""Each way a gateway fails, by control desk and by the number's last digits."""

import httpx
import pytest

from tests.simulators.calls import called
from tests.simulators.process import Running

MESSAGE = {"to": "010-0000-0001", "text": "접수되었어요."}


@pytest.mark.parametrize(("mode", "status"), [("error", 500), ("busy", 503)])
def test_down_means_not_taken(sms: Running, mode: str, status: int) -> None:
    sms.control(mode=mode)

    answer = called(sms, "POST", "/messages", MESSAGE, key="k")

    assert answer.status_code == status
    assert called(sms, "GET", "/messages/k").status_code == 404


@pytest.mark.parametrize(("mode", "found"), [("drop", 200), ("lose", 404)])
def test_no_answer_may_mean_taken_or_not(sms: Running, mode: str, found: int) -> None:
    sms.control(mode=mode)

    with pytest.raises(httpx.RemoteProtocolError):
        called(sms, "POST", "/messages", MESSAGE, key="k")

    sms.control(mode="ok")
    assert called(sms, "GET", "/messages/k").status_code == found


def test_slow_takes_it_and_answers_late(sms: Running) -> None:
    sms.control(mode="slow", seconds=0.2)

    answer = called(sms, "POST", "/messages", MESSAGE, key="k")

    assert answer.status_code == 202
    assert answer.elapsed.total_seconds() >= 0.2


@pytest.mark.parametrize(
    ("to", "status"), [("010-0000-0092", 500), ("010-0000-0094", 422), ("전화 없음", 422), ("", 422)]
)
def test_numbers_that_are_refused(sms: Running, to: str, status: int) -> None:
    assert called(sms, "POST", "/messages", {**MESSAGE, "to": to}, key="k").status_code == status


def test_a_number_that_takes_and_never_delivers(sms: Running) -> None:
    called(sms, "POST", "/messages", {**MESSAGE, "to": "010-0000-0095"}, key="k")

    assert called(sms, "GET", "/messages/k").json() == {"state": "failed", "reason": "전원이 꺼져 있음"}


def test_an_unknown_mode_is_refused_and_changes_nothing(sms: Running) -> None:
    answer = sms.http.post("/control", json={"mode": "explode"})

    assert answer.status_code == 422
    assert called(sms, "POST", "/messages", MESSAGE, key="k").status_code == 202


def test_the_desk_sets_the_mode_without_scripts(sms: Running) -> None:
    sms.http.post("/control", data={"mode": "busy"})

    assert '<option value="busy" selected>' in sms.http.get("/desk").text
