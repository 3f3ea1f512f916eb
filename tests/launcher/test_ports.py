"""An occupied port is said in one sentence; addresses stay the same from start to start."""

import socket
from collections.abc import Iterator

import pytest

from eok.core.launch.errors import LaunchError
from eok.core.launch.ports import free_port, require_free

HOST = "127.0.0.1"


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server((HOST, 0)) as listener:
        yield listener.getsockname()[1]


def test_an_occupied_port_is_refused_with_its_number_and_a_way_out(taken: int) -> None:
    with pytest.raises(LaunchError, match=f"포트 {taken}번을 다른 프로그램이 쓰고") as refusal:
        require_free(HOST, taken)

    assert f"--port {taken + 1}" in refusal.value.message


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(LaunchError, match="열 수 없어"):
        require_free("192.0.2.1", 8000)


def test_the_preferred_port_is_taken_when_free(taken: int) -> None:
    chosen = free_port(HOST, 0)

    assert free_port(HOST, chosen) == chosen
    assert free_port(HOST, taken) != taken


def test_beyond_the_last_port_any_free_one_serves() -> None:
    assert 0 < free_port(HOST, 65536) < 65536
