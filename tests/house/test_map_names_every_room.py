"""docs/map.md lists the rooms in the order that imports are held to; each room says what it is for."""

import importlib
import re

import pytest

from tests.house.layers import layers
from tests.house.repository import ROOT, document, rows, section

ORDER = [room for line in layers() for room in line]
ROOMS = [room for room in ORDER if (ROOT / "src" / "eok" / room).is_dir()]


def test_the_map_has_the_order_of_the_layers() -> None:
    listed = [cells[0] for cells in rows(section(document("docs/map.md"), "The rooms, top to bottom"))]

    assert listed == ORDER


def test_every_folder_of_the_house_is_a_room_of_the_order() -> None:
    folders = {path.name for path in (ROOT / "src" / "eok").iterdir() if (path / "__init__.py").exists()}

    assert folders == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_it_is_for_and_names_a_file_to_begin_with(room: str) -> None:
    says = importlib.import_module(f"eok.{room}").__doc__ or ""

    named = re.findall(r"`([\w/]+(?:\.py|/))`", says)

    assert [path for path in named if (ROOT / "src" / "eok" / room / path).exists()]


def test_where_to_begin_reading_exists() -> None:
    cells = rows(section(document("docs/map.md"), "The rooms, top to bottom"))
    named = {row[0]: row[2].split("`")[1] for row in cells}

    missing = [
        (room, path)
        for room, path in named.items()
        if not (ROOT / path).exists() and not (ROOT / "src" / "eok" / path).exists()
    ]

    assert missing == []
