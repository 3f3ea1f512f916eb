"""Houses that may be broken: each in a folder of its own, made from one that was set up once."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from benchmarks.installation import Installation, clock_at, installation
from benchmarks.signed import Signed, read
from eok.core.launch.cluster import Cluster, empty_cluster
from tests import disks
from tests.faults import ledger
from tests.faults.beside import asked_beside
from tests.faults.ledger import Ledger
from tests.faults.machine_clock import MachineClock
from tests.faults.peers import Gateway, Scanner
from tests.faults.talking import run
from tests.state import OUTER

MONDAY = "2026-11-23T10:00:00+09:00"
"""A working day: what is filed is accepted at once."""
HOUSE_KILOBYTES, LOG_KILOBYTES, POSTGRESQL_KILOBYTES = 160 * 1024, 512, 160 * 1024
"""Of the disks on which the common houses, their logs and their database server stand; memory, as far as it is used."""

OpenHouse = Callable[..., AbstractContextManager[Installation]]


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with packages, screens, keys and an empty database, as the launcher prepares it."""
    folder = tmp_path_factory.mktemp("furnished")
    shutil.copytree(OUTER / "static", folder / "static", symlinks=True)
    (folder / "node_modules").symlink_to(OUTER / "node_modules")
    run(("prepare",), {"EOK_STATE_DIR": str(folder)})
    return folder


@pytest.fixture(scope="session")
def open_house(furnished: Path) -> OpenHouse:
    """Opens a house: `with open_house(folder, EOK_WORKERS="1") as house`."""

    @contextmanager
    def opened(folder: Path, **settings: str) -> Iterator[Installation]:
        shutil.copytree(
            furnished, folder, dirs_exist_ok=True, symlinks=True, ignore=shutil.ignore_patterns("log")
        )
        chosen = {**clock_at(folder, MONDAY), **settings}
        with installation(folder, settings=chosen) as house, asked_beside(house):
            yield house

    return opened


@pytest.fixture(scope="session")
def scanner() -> Scanner:
    """The malware scanner of `house`."""
    return Scanner()


@pytest.fixture(scope="session")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """The gateway of text messages of `house`."""
    made = Gateway(tmp_path_factory.mktemp("gateway") / "sms.json")
    yield made
    made.close()


@pytest.fixture(scope="session")
def machine_clock(tmp_path_factory: pytest.TempPathFactory) -> MachineClock:
    """The clock of the machine on which `house` stands."""
    return MachineClock(tmp_path_factory.mktemp("machine"))


@pytest.fixture(scope="session")
def house(
    open_house: OpenHouse,
    scanner: Scanner,
    gateway: Gateway,
    machine_clock: MachineClock,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Installation]:
    """One for tests that leave it whole; all that may fail around it can be made to."""
    place = tmp_path_factory.mktemp("house")
    around = {**gateway.settings, **machine_clock.settings, "EOK_CLAMD": scanner.address}
    with (
        disks.own(place, HOUSE_KILOBYTES),
        disks.own(place / "state" / "log", LOG_KILOBYTES),
        open_house(place / "state", **around) as opened,
    ):
        yield opened


@pytest.fixture(scope="session")
def server() -> Iterator[Cluster]:
    """The database server of `postgresql_house`, on a disk of its own, its journal in pieces of 1 MB."""
    with empty_cluster() as made, disks.own(made.data, POSTGRESQL_KILOBYTES):
        made.own()
        made.make("--wal-segsize=1")
        made.start()
        yield made
        made.stop()


@pytest.fixture(scope="session")
def postgresql_house(
    open_house: OpenHouse, server: Cluster, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Installation]:
    """One for tests that leave it whole."""
    folder = tmp_path_factory.mktemp("postgresql") / "state"
    with open_house(folder, EOK_DATABASE_URL=server.url) as opened:
        yield opened


def signed(house: Installation, count: int, *phone: str) -> list[Signed]:
    """Drafts that only need the button 제출."""
    return read(house.call("benchmarks.seeds.filings", "make", str(count), *phone))


def books(house: Installation) -> Ledger:
    """What it holds now."""
    return ledger.parse(house.call("tests.faults.ledger", "read_out"))
