"""Which programs run: simulators only where no adapter was named, and only for trying out."""

from importlib import import_module

import pytest

from eok.core.launch.plan import SIMULATORS, Place, Simulator, plan
from eok.core.options import OPTIONS
from tests.launcher.conftest import ROOT

HERE = Place("127.0.0.1", 18000)
OUTSIDE = [simulator.name for simulator in SIMULATORS]


def names(demo: bool, environ: dict[str, str]) -> list[str]:
    return [program.name for program in plan(HERE, demo=demo, environ=environ).programs]


def test_a_demonstration_plays_every_outside_system() -> None:
    assert names(True, {}) == [*OUTSIDE, "worker", "server"]


def test_without_demonstration_nothing_is_played() -> None:
    chosen = plan(HERE, demo=False, environ={})

    assert [program.name for program in chosen.programs] == ["worker", "server"]
    assert "EOK_SMS" not in chosen.environment


def test_an_adapter_the_operator_named_is_left_alone() -> None:
    chosen = plan(HERE, demo=True, environ={"EOK_SMS": "eok.linkage.adapters.manual.Sms"})

    assert "sms" not in [program.name for program in chosen.programs]
    assert chosen.environment["EOK_SMS"] == "eok.linkage.adapters.manual.Sms"
    assert "EOK_SMS_URL" not in chosen.environment


def test_each_simulator_gets_an_address_and_a_secret_of_its_own() -> None:
    environment = plan(HERE, demo=True, environ={}).environment

    for kind in ("URL", "SECRET"):
        assert len({environment[f"{simulator.setting}_{kind}"] for simulator in SIMULATORS}) == len(
            SIMULATORS
        )


def test_the_portal_learns_its_own_address() -> None:
    environment = plan(HERE, demo=False, environ={}).environment

    assert environment["EOK_PORT"] == "18000"
    assert environment["EOK_BASE_URL"] == "http://127.0.0.1:18000"


def test_an_address_the_operator_gave_stays() -> None:
    environ = {"EOK_BASE_URL": "https://minwon.example.kr"}

    assert plan(HERE, demo=False, environ=environ).environment["EOK_BASE_URL"] == environ["EOK_BASE_URL"]


def test_the_server_has_as_many_processes_as_chosen_and_one_thread_each() -> None:
    server = plan(HERE, demo=False, environ={"EOK_WORKERS": "3"}).programs[-1].command

    assert server[server.index("--workers") + 1] == "3"
    assert server[server.index("--blocking-threads") + 1] == "1"


def test_an_address_for_all_is_shown_as_one_that_can_be_opened() -> None:
    assert Place("0.0.0.0", 80).url == "http://127.0.0.1:80"
    assert Place("::1", 80).url == "http://[::1]:80"


def test_every_simulator_there_is_can_be_started() -> None:
    there = {path.parent.name for path in ROOT.glob("simulators/*/__main__.py")}

    assert set(OUTSIDE) == there


@pytest.mark.parametrize("simulator", SIMULATORS, ids=OUTSIDE)
def test_the_adapter_and_its_settings_exist(simulator: Simulator) -> None:
    module, _, name = simulator.adapter.rpartition(".")

    assert hasattr(import_module(module), name)
    settings = {f"{simulator.setting}{suffix}" for suffix in ("", "_URL", "_SECRET")}
    assert settings <= {option.name for option in OPTIONS}
