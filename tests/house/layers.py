"""The order of the rooms, as `.importlinter` has it."""

import configparser

from tests.house.repository import ROOT


def layers() -> list[list[str]]:
    """Rooms from top to bottom; those on one line may not know each other."""
    config = configparser.ConfigParser()
    config.read(ROOT / ".importlinter", encoding="utf-8")
    lines = config["importlinter:contract:path"]["layers"].split("\n")
    return [[room.strip() for room in line.split("|")] for line in lines if line.strip()]


def may_know(room: str, other: str) -> bool:
    """Whether a room may look at another: itself, or one further down."""
    depth = {name: depth for depth, line in enumerate(layers()) for name in line}
    return room == other or depth[other] > depth[room]
