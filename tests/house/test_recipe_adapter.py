"""Recipe (b): a linkage is one module and its test. It passes the port's contract and carries a message."""

import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import eok.linkage.adapters
import tests.linkage.adapters
from eok.casework.models import Case
from eok.core.outbox.worker import drain
from eok.linkage import checks, registry
from eok.linkage.ports import SmsGateway
from eok.notify.models import Message
from tests.house.toys import lay
from tests.linkage import rigs
from tests.linkage.contracts import test_sms_gateway as contract


@pytest.fixture
def toy_gateway(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[ModuleType]:
    """The two files in a folder of their own, and one setting."""
    lay("toy_gateway.py", tmp_path / "adapters", eok.linkage.adapters, monkeypatch)
    lay("test_toy_gateway.py", tmp_path / "tests", tests.linkage.adapters, monkeypatch)
    settings.EOK_SMS = "eok.linkage.adapters.toy_gateway.Gateway"
    registry.forget()
    yield importlib.import_module("eok.linkage.adapters.toy_gateway")
    registry.forget()


def test_the_setting_alone_switches_it_on(toy_gateway: ModuleType) -> None:
    assert isinstance(registry.port("sms"), toy_gateway.Gateway)
    assert checks.adapters_load() == []


def test_the_contract_of_its_port_runs_over_it(toy_gateway: ModuleType) -> None:
    demands = [check for name, check in inspect.getmembers(contract) if name.startswith("test_")]

    assert "toy_gateway" in rigs.adapters_of(SmsGateway)
    assert demands
    for demand in demands:
        with rigs.rig("toy_gateway", SmsGateway) as adapter:
            demand(adapter)


@pytest.mark.django_db
def test_a_message_goes_through_it(toy_gateway: ModuleType, toy_case: Case) -> None:
    drain()

    told = Message.objects.filter(case=toy_case).order_by("created_at").first()

    assert told is not None
    assert told.state == "sent"
    assert told.key in toy_gateway.SENT
