"""The one clock: frozen by tests, moved by a file in demonstrations."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from eok.core import clock

NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


def test_a_frozen_clock_stands_still() -> None:
    with clock.freeze(NOON):
        assert clock.now() == NOON
        assert clock.seoul_now().hour == 12


def test_a_file_with_an_instant_stops_the_clock_there(
    tmp_path: Path, settings: pytest.FixtureRequest
) -> None:
    path = tmp_path / "clock"
    path.write_text("2026-11-23T12:00:00+09:00")
    settings.EOK_CLOCK = f"file:{path}"  # type: ignore[attr-defined]  # pytest-django's wrapper

    assert clock.now() == NOON


def test_a_file_with_seconds_moves_the_running_clock(tmp_path: Path, settings: pytest.FixtureRequest) -> None:
    path = tmp_path / "clock"
    path.write_text("+86400")
    settings.EOK_CLOCK = f"file:{path}"  # type: ignore[attr-defined]  # pytest-django's wrapper

    moved = clock.now() - datetime.now(UTC)

    assert timedelta(hours=23, minutes=59) < moved < timedelta(hours=24, minutes=1)


def test_what_is_measured_goes_on_while_an_instant_stands_still_and_moves_with_seconds(
    tmp_path: Path, settings: pytest.FixtureRequest
) -> None:
    path = tmp_path / "clock"
    settings.EOK_CLOCK = f"file:{path}"  # type: ignore[attr-defined]  # pytest-django's wrapper
    began = clock.ticks()

    path.write_text("2026-11-23T12:00:00+09:00")
    standing = clock.ticks()
    path.write_text("+3600")

    assert began <= standing < began + 60
    assert clock.ticks() >= began + 3600


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"), clock.freeze(datetime(2026, 1, 1)):  # noqa: DTZ001
        pass
