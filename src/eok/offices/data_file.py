"""Reads a data file and remembers the line of every value, so that a fault can be pointed at.

The data of the law and of the district is reviewed by civil servants: `파일:줄` and one Korean
sentence is what they work with. Serves every room that reads `data/` or `districts/`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from eok.core.errors import EokError

Loc = tuple[str | int, ...]
"""Where a value stands inside a file: `("papers", 0, "name")`."""


_QUOTE = '‘{0}’은(는) 사람마다 다르게 읽습니다. 글이면 따옴표로 감싸고("{0}"), '
_SURPRISES = {
    "bool": (re.compile(r"(?i)y|n|yes|no|on|off"), _QUOTE + "참·거짓이면 true나 false로 적어 주세요"),
    "int": (
        re.compile(r"[-+]?0\d+|[-+]?0[xbo].*|.*_.*"),
        _QUOTE + "수이면 앞의 0이나 밑줄 없이 십진수로 적어 주세요",
    ),
    "float": (re.compile(r"(?i).*_.*|.*(inf|nan).*"), _QUOTE + "수이면 십진수로 적어 주세요"),
    "timestamp": (
        re.compile(r".*[Tt :].*"),
        _QUOTE + "날짜이면 2026-11-22 꼴로 적어 주세요",
    ),
}
"""Plain words YAML 1.1 takes for something else: by what it takes them for, which ones, and what is said."""


@dataclass(frozen=True)
class Place:
    """A line of a file."""

    file: Path
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class DataFileError(EokError):
    """The file is no YAML we accept; `place` says where, the text is Korean for its editor."""

    def __init__(self, place: Place, text: str) -> None:
        super().__init__(f"{place}: {text}")
        self.place = place
        self.text = text


@dataclass(frozen=True)
class DataFile:
    """The value of a file and the line of each of its parts."""

    value: Any
    places: Mapping[Loc, Place] = field(repr=False)

    def place(self, loc: Loc) -> Place:
        """Line of the value at `loc`, or of the nearest part around it that has one."""
        while loc not in self.places and loc:
            loc = loc[:-1]
        return self.places[loc]

    def part(self, loc: Loc, under: Loc) -> "DataFile":
        """The value at `loc` alone, as if it stood at `under` of a file of its own."""
        value: Any = _at(self.value, loc)
        for key in reversed(under):
            value = {key: value}
        places: dict[Loc, Place] = {under[:depth]: self.place(loc) for depth in range(len(under) + 1)}
        inside = {known: place for known, place in self.places.items() if known[: len(loc)] == loc}
        places.update({under + known[len(loc) :]: place for known, place in inside.items()})
        return DataFile(value, places)

    def overlaid_by(self, other: "DataFile") -> "DataFile":
        """This file with another laid over it: mappings merge, everything else is replaced."""
        places = dict(self.places)
        value = _merge(self, other, (), places)
        return DataFile(value, places)


def read(path: Path) -> DataFile:
    """Read a file. Raises DataFileError (no YAML, a key twice, a word that is read as something else), FileNotFoundError."""
    text = _text(path)
    try:
        _refuse_anchors(path, text)
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise DataFileError(
            Place(path, mark.line + 1 if mark else 1), f"YAML로 읽을 수 없습니다: {error.problem}"
        ) from error
    except yaml.YAMLError as error:
        raise DataFileError(Place(path, 1), "YAML로 읽을 수 없습니다: 쓸 수 없는 글자가 있습니다") from error
    places: dict[Loc, Place] = {(): Place(path, 1)}
    if node is None:
        return DataFile(None, places)
    return DataFile(_Reader(path, places).value(node, ()), places)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DataFileError(
            Place(path, line), "UTF-8이 아닌 글자가 있습니다. UTF-8로 저장해 주세요"
        ) from error


def _refuse_anchors(path: Path, text: str) -> None:
    """A part that stands elsewhere too is hard to review; blocks do this in the open."""
    if "&" not in text and "*" not in text:
        return
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        name = getattr(event, "anchor", None)
        if name:
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise DataFileError(
                Place(path, line),
                f"YAML의 이름표(&{name}, *{name})는 쓰지 않습니다. 같은 내용은 블록(use)으로 적어 주세요",
            )


def _merge(base: DataFile, over: DataFile, loc: Loc, places: dict[Loc, Place]) -> Any:
    low, high = _at(base.value, loc), _at(over.value, loc)
    if not (isinstance(low, dict) and isinstance(high, dict)):
        _replace_places(places, over.places, loc)
        return high
    out = dict(low)
    for key in high:
        if key in low:
            out[key] = _merge(base, over, (*loc, key), places)
        else:
            _replace_places(places, over.places, (*loc, key))
            out[key] = high[key]
    return out


def _at(value: Any, loc: Loc) -> Any:
    for key in loc:
        value = value[key]
    return value


def _replace_places(places: dict[Loc, Place], new: Mapping[Loc, Place], loc: Loc) -> None:
    for old in [known for known in places if known[: len(loc)] == loc]:
        del places[old]
    places.update({known: place for known, place in new.items() if known[: len(loc)] == loc})


class _Reader:
    """Turns YAML nodes into plain values, writing down the line of each."""

    def __init__(self, path: Path, places: dict[Loc, Place]) -> None:
        self._path = path
        self._places = places
        self._plain = yaml.CSafeLoader("")

    def value(self, node: yaml.Node, loc: Loc) -> Any:
        self._places.setdefault(loc, self._place(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*loc, index)) for index, child in enumerate(node.value)]
        return self._scalar(node)

    def _scalar(self, node: yaml.Node) -> Any:
        """Plain words only as what anybody would read them; what YAML 1.1 reads otherwise is refused."""
        text = str(node.value)
        if not node.tag.startswith("tag:yaml.org,2002:") or node.tag.endswith(":binary"):
            raise DataFileError(self._place(node), f"쓸 수 없는 꼬리표입니다: {node.tag}")
        surprise = _SURPRISES.get(node.tag.rpartition(":")[2])
        if surprise and not getattr(node, "style", None) and surprise[0].fullmatch(text):
            raise DataFileError(self._place(node), surprise[1].format(text))
        if ":" in text and node.tag.endswith((":int", ":float")):
            return text  # an hour of the day, no number of seconds
        return self._plain.construct_object(node, deep=True)

    def _mapping(self, node: yaml.MappingNode, loc: Loc) -> dict[str, Any]:
        out: dict[str, Any] = {}
        pairs: Iterable[tuple[yaml.Node, yaml.Node]] = node.value
        for key_node, child in pairs:
            key = str(key_node.value)
            if key_node.tag.endswith(":merge"):
                raise DataFileError(
                    self._place(key_node), "YAML의 합치기(<<)는 쓰지 않습니다. 블록(use)으로 적어 주세요"
                )
            if key in out:
                raise DataFileError(self._place(key_node), f"같은 이름({key})이 두 번 있습니다")
            self._places[(*loc, key)] = self._place(key_node)
            out[key] = self.value(child, (*loc, key))
        return out

    def _place(self, node: yaml.Node) -> Place:
        return Place(self._path, node.start_mark.line + 1)
