"""Every page stands in a frame of krds and carries nothing inline (Content-Security-Policy without exceptions)."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from tests.house.layers import may_know
from tests.house.repository import ROOT, files, name

BASE = "krds/base.html"
PARTS = frozenset({"forms/page.html", "forms/review.html", "forms/official.html"})
"""Parts without an underscore: the room forms has no page of its own, every template of it is part of another's."""
TEMPLATES = list(files("src", ".html"))
PAGES = [path for path in TEMPLATES if path.parent.name != "krds"]
INLINE = (
    (re.compile(r"<style\b", re.I), "a style element"),
    (re.compile(r"<script\b(?![^>]*\bsrc=)", re.I), "a script element without a file"),
    (re.compile(r"\sstyle\s*=", re.I), "a style attribute"),
    (re.compile(r"\s(?:hx-)?on[a-z:-]+\s*=\s*[\"']", re.I), "an event handler"),
    (re.compile(r"[\"']\s*javascript:", re.I), "a javascript: address"),
)


def test_nothing_stands_inline() -> None:
    found = {
        name(path): what for path in TEMPLATES if (what := list(inline(path.read_text(encoding="utf-8"))))
    }

    assert found == {}


@pytest.mark.parametrize(
    "markup",
    [
        '<p style="color:red">',
        "<style>p{}</style>",
        "<script>go()</script>",
        '<a onclick="go()">',
        "<a href='javascript:go()'>",
        '<p hx-on:click="go()">',
        '<p {{ attributes }} onfocus="go()">',
    ],
)
def test_everything_inline_is_seen(markup: str) -> None:
    assert list(inline(markup))


def test_a_file_of_script_is_not_inline() -> None:
    assert not list(inline('<script src="{{ static("eok.js") }}" type="module"></script>'))


def test_a_page_extends_a_frame_and_a_part_begins_with_an_underscore() -> None:
    pages = [path for path in PAGES if not path.name.startswith("_") and _template(path) not in PARTS]

    frameless = [name(path) for path in pages if not stands_in_the_frame(path)]

    assert len(pages) > 10
    assert frameless == []


def test_a_template_uses_only_rooms_further_down() -> None:
    uses = [(name(path), _room(path), template) for path in TEMPLATES for _, template in used(path)]

    ahead = [
        (where, template) for where, room, template in uses if not may_know(room, template.split("/")[0])
    ]

    assert ahead == []


def inline(markup: str) -> Iterator[str]:
    """What a strict Content-Security-Policy would refuse."""
    plain = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", "", markup, flags=re.S)
    for pattern, what in INLINE:
        if pattern.search(plain):
            yield what


def stands_in_the_frame(path: Path) -> bool:
    """Whether what a page extends leads, perhaps over frames between, to the one of krds."""
    extended = [template for kind, template in used(path) if kind is nodes.Extends]
    return extended == [BASE] or any(stands_in_the_frame(_file(template)) for template in extended)


def _file(template: str) -> Path:
    room = template.split("/")[0]
    return ROOT / "src" / "eok" / room / "templates" / template


def _template(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _room(path: Path) -> str:
    return path.relative_to(ROOT / "src" / "eok").parts[0]


def used(path: Path) -> Iterator[tuple[type[nodes.Node], str]]:
    """Other templates a template names: how, and which."""
    tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
    for node in tree.find_all(nodes.Stmt):
        if isinstance(node, nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport):
            assert isinstance(node.template, nodes.Const), f"{name(path)}: a template is named outright"
            yield type(node), str(node.template.value)
