"""The printed frame of a certificate: rules and guilloche, and the copy mark in its band.

The copy mark (민원처리법 시행령 §30① 2호, 위조·변조 방지조치) is a ground of fine dots in which the word 사본 stands in
coarse dots of the same tone. A copier loses or thickens the fine ones, and the word appears. Tiles are bitmaps of
600 dots an inch, so that they cover whole pixels of a printer at 100 %. It deters copying; what proves a paper is
the sealed QR. Guilloche is decoration against careless editing.
"""

import math
from functools import cache
from io import BytesIO

from PIL import Image

CELL = 16
"""Pitch of the word's dots, in 1/600 inch; a dot is 5 wide (10 % tone)."""
GROUND = 6
"""Pitch of the ground's dots; a dot is 2 wide (11 % tone)."""
WORD = (
    "...........................",
    "......#...#.......#...#....",
    "......#...#.......#####....",
    "......#...#.......#...#....",
    "......#...###.....#####....",
    ".....#.#..#.........#......",
    ".....#.#..#......#######...",
    "....#...#.#.......#........",
    "..........#.......######...",
)
PLAIN = ("." * len(WORD[0]),) * len(WORD)

TILE_MM = 21.5
"""Guilloche tile: 8 of them go across the sheet, 12 down."""


@cache
def copy_tile(*, word: bool) -> bytes:
    """One tile of the copy mark, 432 by 144 pixels, as PNG."""
    cells = WORD if word else PLAIN
    width, height = len(cells[0]) * CELL, len(cells) * CELL
    tile = Image.new("1", (width, height), 1)
    for x, y in _ground_dots(cells, width, height):
        tile.paste(0, (x, y, x + 2, y + 2))
    for x, y in _word_dots(cells):
        tile.paste(0, (x, y, x + 5, y + 5))
    out = BytesIO()
    tile.save(out, "PNG", optimize=True)
    return out.getvalue()


def _ground_dots(cells: tuple[str, ...], width: int, height: int) -> list[tuple[int, int]]:
    def inked(x: int, y: int) -> bool:
        return cells[y // CELL][x // CELL] == "#"

    corners = ((0, 0), (1, 0), (0, 1), (1, 1))
    return [
        (x, y)
        for y in range(0, height, GROUND)
        for x in range(0, width, GROUND)
        if not any(inked(x + dx, y + dy) for dx, dy in corners)
    ]


def _word_dots(cells: tuple[str, ...]) -> list[tuple[int, int]]:
    return [
        (column * CELL + 5, row * CELL + 5)
        for row, line in enumerate(cells)
        for column, mark in enumerate(line)
        if mark == "#"
    ]


@cache
def ornament() -> bytes:
    """Rules, guilloche and rosettes of an A4 sheet, as SVG in millimetres."""
    across = [_use("wave", 19 + i * TILE_MM, y) for i in range(8) for y in (16, 281)]
    down = [_use("wave", x, 19.5 + i * TILE_MM, 90) for i in range(12) for x in (16, 194)]
    corners = [_use("rose", x, y) for x in (16, 194) for y in (16, 281)]
    rules = [_rule(12, 0.564), _rule(19.9, 0.388), _rule(21, 0.141)]
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297" fill="none">'
        f'<defs><path id="wave" d="{_wave()}"/><g id="rose">{_rosette()}</g></defs>'
        f'<g stroke="#5d7190" stroke-width="0.099">{"".join(across + down + corners)}</g>{"".join(rules)}</svg>'
    )
    return svg.encode()


def _use(name: str, x: float, y: float, turn: int = 0) -> str:
    return f'<use href="#{name}" transform="translate({x:g} {y:g}) rotate({turn})"/>'


def _rule(inset: float, thickness: float) -> str:
    width, height = 210 - 2 * inset, 297 - 2 * inset
    return f'<rect x="{inset}" y="{inset}" width="{width:g}" height="{height:g}" stroke="#000" stroke-width="{thickness}"/>'


def _wave(lines: int = 6, steps: int = 8) -> str:
    """Sines of one tile under one swelling, each as cubic pieces through its points and slopes."""
    step = TILE_MM / steps
    pieces = []
    for line in range(lines):
        phase = line / lines
        pieces.append(f"M0 {_height(0, phase):.2f}")
        for i in range(steps):
            a, b = i * step, (i + 1) * step
            rise, fall = _slope(a, phase) * step / 3, _slope(b, phase) * step / 3
            start, end = _height(a, phase), _height(b, phase)
            pieces.append(
                f"C{a + step / 3:.2f} {start + rise:.2f} {b - step / 3:.2f} {end - fall:.2f} {b:.2f} {end:.2f}"
            )
    return "".join(pieces)


def _height(x: float, phase: float) -> float:
    swelling = 0.55 + 1.75 * math.sin(math.pi * x / TILE_MM) ** 2
    return swelling * math.sin(2 * math.pi * (3 * x / TILE_MM + phase))


def _slope(x: float, phase: float) -> float:
    return (_height(x + 0.01, phase) - _height(x - 0.01, phase)) / 0.02


def _rosette() -> str:
    petals = (
        f'<circle cx="{2.05 * math.cos(i * math.pi / 6):.2f}" cy="{2.05 * math.sin(i * math.pi / 6):.2f}" r="0.55"/>'
        for i in range(12)
    )
    middle = '<rect x="-1.9" y="-1.9" width="3.8" height="3.8" fill="#fff" stroke-width="0.18"/>'
    return "".join(petals) + middle + '<circle r="1.9" stroke-width="0.18"/>'
