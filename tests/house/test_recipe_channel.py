"""Recipe (c): a channel is one file and a name in a setting. Every step of a case is told on it too."""

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import eok.notify.channels
from eok.core.outbox.worker import drain
from eok.notify.channels import registry
from eok.notify.models import Message
from tests.house.toys import lay


@pytest.fixture
def pigeon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[ModuleType]:
    """The file in a folder of its own, and its name in the setting."""
    lay("pigeon.py", tmp_path / "channels", eok.notify.channels, monkeypatch)
    settings.EOK_NOTIFY_CHANNELS = "sms,pigeon"
    registry.channels.cache_clear()
    yield importlib.import_module("eok.notify.channels.pigeon")
    registry.channels.cache_clear()


def test_the_setting_alone_switches_it_on(pigeon: ModuleType) -> None:
    assert [channel.name for channel in registry.channels()] == ["sms", "pigeon"]


@pytest.mark.django_db
def test_a_step_of_a_case_is_told_on_it(pigeon: ModuleType, toy_case: Any) -> None:
    drain()

    told = Message.objects.filter(case=toy_case, channel="pigeon").order_by("created_at").first()

    assert told is not None
    assert told.state == "sent"
    assert [message.to for message in pigeon.CARRIED if message.key == told.key] == ["홍길동의 창가"]
