"""Templates of all rooms compile, import macros that exist, and call them with arguments they take."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.runtime import Macro

from eok.krds import assets, jinja

TEMPLATES = sorted(assets.ROOMS.glob("*/templates/**/*.html"))


@pytest.fixture(scope="module")
def env() -> Environment:
    """All rooms' templates, also of rooms that are not installed here."""
    folders = sorted(assets.ROOMS.glob("*/templates"))
    env = Environment(loader=FileSystemLoader(folders), autoescape=True, undefined=StrictUndefined)
    env.globals.update(jinja.GLOBALS)
    env.filters.update(jinja.FILTERS)
    return env


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_macros_are_called_as_they_are_written(env: Environment, path: Path) -> None:
    tree = env.parse(path.read_text(encoding="utf-8"))

    wrong = [fault for name, macro in _imported(env, tree) for fault in _faults(tree, name, macro)]

    assert wrong == []


def _imported(env: Environment, tree: nodes.Template) -> Iterator[tuple[str, object]]:
    for found in tree.find_all(nodes.FromImport):
        if isinstance(found.template, nodes.Const):
            module = env.get_template(found.template.value).module
            for name in found.names:
                told, known_as = name if isinstance(name, tuple) else (name, name)
                yield known_as, getattr(module, told, f"{found.template.value} has no macro {told}")


def _faults(tree: nodes.Template, name: str, macro: object) -> Iterator[str]:
    if not isinstance(macro, Macro):
        yield str(macro)
        return
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == name:
            yield from _wrong_arguments(call, name, macro)


def _wrong_arguments(call: nodes.Call, name: str, macro: Macro) -> Iterator[str]:
    if len(call.args) > len(macro.arguments) and not macro.catch_varargs:
        yield f"line {call.lineno}: {name} takes {len(macro.arguments)} arguments"
    for given in call.kwargs:
        if given.key not in macro.arguments:
            yield f"line {call.lineno}: {name} takes no {given.key}"
