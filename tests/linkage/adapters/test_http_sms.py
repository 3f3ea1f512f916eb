"""SMS over HTTP against the simulator: what each failure becomes for the caller."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from eok.linkage import ports
from eok.linkage.adapters.http_sms import Gateway
from eok.linkage.errors import LinkageError, OutcomeUnknownError
from eok.linkage.ports import OutgoingSms, SmsState
from tests.linkage.lines import IMPATIENT, line
from tests.simulators.process import Running, running

MESSAGE = OutgoingSms("k-1", "010-0000-0001", "접수되었어요.")


@contextmanager
def rig(port: type) -> Iterator[Gateway]:
    with running("sms") as simulator:
        yield Gateway(line("sms", simulator.url))


@pytest.fixture
def gateway(sms: Running) -> Gateway:
    return Gateway(line("sms", sms.url, patience=IMPATIENT))


def test_delivered(gateway: Gateway) -> None:
    receipt = gateway.send(MESSAGE)

    assert receipt.provider_id == "sms-000001"
    assert gateway.outcome("k-1").state is SmsState.DELIVERED


@pytest.mark.parametrize(("mode", "known"), [("drop", SmsState.DELIVERED), ("lose", SmsState.UNKNOWN)])
def test_without_an_answer_the_outcome_is_asked_for(
    sms: Running, gateway: Gateway, mode: str, known: SmsState
) -> None:
    sms.control(mode=mode)
    with pytest.raises(OutcomeUnknownError):
        gateway.send(MESSAGE)

    sms.control(mode="ok")

    assert gateway.outcome("k-1").state is known


def test_too_late_an_answer_is_unknown_and_sent_once(sms: Running, gateway: Gateway) -> None:
    sms.control(mode="slow", seconds=1.0)
    with pytest.raises(OutcomeUnknownError):
        gateway.send(MESSAGE)

    sms.control(mode="ok")
    again = gateway.send(MESSAGE)

    assert again.provider_id == "sms-000001"
    assert sms.http.get("/").text.count("<article") == 1


def test_down_can_be_tried_again(sms: Running, gateway: Gateway) -> None:
    sms.control(mode="busy")

    with pytest.raises(LinkageError) as caught:
        gateway.send(MESSAGE)

    assert caught.value.retryable is True
    assert not isinstance(caught.value, OutcomeUnknownError)


def test_a_number_that_is_none_is_final(gateway: Gateway) -> None:
    with pytest.raises(LinkageError, match="보낼 수 없는 번호") as caught:
        gateway.send(OutgoingSms("k-2", "010-0000-0094", "접수"))

    assert caught.value.retryable is False


def test_not_delivered_says_why(gateway: Gateway) -> None:
    gateway.send(OutgoingSms("k-3", "010-0000-0095", "접수"))

    assert gateway.outcome("k-3") == ports.SmsOutcome(SmsState.FAILED, "전원이 꺼져 있음")


def test_the_check_names_the_setting_of_a_wrong_secret(sms: Running) -> None:
    with pytest.raises(LinkageError, match="EOK_SMS_SECRET"):
        Gateway(line("sms", sms.url, secret="guessed")).check()


def test_the_check_says_when_nobody_is_there() -> None:
    with pytest.raises(LinkageError, match="연결되지 않습니다"):
        Gateway(line("sms", "http://127.0.0.1:9", patience=IMPATIENT)).check()
