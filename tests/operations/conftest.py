"""Screens built once, as for the upgrade's tests."""

from tests.upgrade.conftest import screens

__all__ = ["screens"]
