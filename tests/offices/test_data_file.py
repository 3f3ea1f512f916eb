"""YAML as people write it: words stay words, lines are remembered."""

from pathlib import Path
from typing import Any

import pytest

from eok.offices import data_file
from eok.offices.data_file import DataFile, DataFileError


def read(tmp_path: Path, text: str, name: str = "a.yaml") -> DataFile:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return data_file.read(path)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on: 1", {"on": 1}),
        ("answer: 'no'", {"answer": "no"}),
        ("open: true", {"open": True}),
        ("time: 12:30", {"time": "12:30"}),
        ("2026: a", {"2026": "a"}),
        ("", None),
    ],
)
def test_values(tmp_path: Path, text: str, value: Any) -> None:
    assert read(tmp_path, text).value == value


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a: 1\nrequired: no", 2, "‘no’은(는) 사람마다 다르게 읽습니다"),
        ("a: Yes", 1, "true나 false로"),
        ("a: [x, off]", 1, "‘off’"),
        ("serial: 0123", 1, "‘0123’"),
        ("won: 1_000", 1, "밑줄 없이"),
        ("a: 0x1F", 1, "십진수로"),
        ("a: .inf", 1, "십진수로"),
        ("on: 2026-11-22 10:00:00", 1, "2026-11-22 꼴로"),
        ("a: &x {b: 1}\nc: *x", 1, "이름표(&x, *x)"),
        ("a: 1\nb: *y", 2, "이름표(&y, *y)"),
        ("<<: {a: 1}", 1, "합치기(<<)"),
        ("a: !!binary aGk=", 1, "꼬리표"),
        ("a: !python/name:os.system x", 1, "꼬리표"),
        ("a: 1\nb: \x07", 1, "읽을 수 없습니다"),
    ],
)
def test_what_others_would_read_otherwise_is_refused(tmp_path: Path, text: str, line: int, said: str) -> None:
    with pytest.raises(DataFileError) as told:
        read(tmp_path, text)

    assert said in told.value.text
    assert told.value.place.line == line


def test_a_file_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\nb: " + "가게".encode("euc-kr"))

    with pytest.raises(DataFileError) as told:
        data_file.read(path)

    assert "UTF-8" in told.value.text
    assert told.value.place.line == 2


def test_the_line_of_the_nearest_part(tmp_path: Path) -> None:
    file = read(tmp_path, "a:\n  - b: 1\n    c: 2\n")

    assert file.place(("a", 0, "c")).line == 3
    assert file.place(("a", 0, "missing", "deeper")).line == 2
    assert file.place(("nowhere",)).line == 1


def test_an_overlay_keeps_the_lines_of_both(tmp_path: Path) -> None:
    low = read(tmp_path, "a: {x: 1, y: 2}\nb: [1, 2]\n", "low.yaml")
    high = read(tmp_path, "\n\na: {y: 3}\nb: [4]\n", "high.yaml")

    both = low.overlaid_by(high)

    assert both.value == {"a": {"x": 1, "y": 3}, "b": [4]}
    assert (both.place(("a", "x")).file.name, both.place(("a", "y")).file.name) == ("low.yaml", "high.yaml")
    assert both.place(("b", 0)).line == 4


def test_a_part_stands_elsewhere(tmp_path: Path) -> None:
    part = read(tmp_path, "services:\n  s:\n    class: 3\n").part(("services", "s"), ("licence_tax",))

    assert part.value == {"licence_tax": {"class": 3}}
    assert part.place(("licence_tax", "class")).line == 3


@pytest.mark.parametrize("text", ["a: [", "a: 1\na: 2\n", "\ta: 1"])
def test_what_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(DataFileError) as caught:
        read(tmp_path, text)

    assert caught.value.place.line >= 1
