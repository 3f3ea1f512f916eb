"""The registers of 행정정보 공동이용, played by a process of their own."""

from tests.simulators.fixtures import _records_process, records  # noqa: F401
