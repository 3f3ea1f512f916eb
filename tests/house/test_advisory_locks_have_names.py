"""A lock of the whole database has a name in `core/postgresql/locks.py`, and nobody asks for another."""

from eok.core.postgresql.locks import Lock
from tests.house.repository import ROOT, files

REGISTER = ROOT / "src" / "eok" / "core" / "postgresql" / "locks.py"


def test_nobody_else_asks_for_one() -> None:
    asking = {path for path in files("src", ".py") if "advisory" in path.read_text(encoding="utf-8")}

    assert asking == {REGISTER}


def test_each_says_what_it_protects() -> None:
    text = REGISTER.read_text(encoding="utf-8")

    assert all(f'{lock.name} = {lock.value}\n    """' in text for lock in Lock)
