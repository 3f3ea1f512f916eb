"""Nothing in the repository depends on the machine it was written on, nor on where packages come from."""

import re
from collections.abc import Iterator

import pytest

from tests.house.repository import name, texts

HOSTS = ("pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "yarn" + "pkg.com")
PLACES = re.compile(r"(?<![\w.<>-])/(?:" + "|".join(("work", "root", "Users", "home")) + r")/\w")
SOURCES = re.compile(
    r'"resolved":\s*"|--(?:extra-)?' + "index" + r"-url\s*=?\s*\S+:|https?://\S+/" + "simple" + "/"
)


def test_no_place_of_a_machine_and_no_address_of_a_registry() -> None:
    read = {name(path): path.read_text(encoding="utf-8", errors="replace") for path in texts()}

    found = {path: names for path, text in read.items() if (names := list(foreign(text)))}

    assert len(read) > 300
    assert found == {}


@pytest.mark.parametrize(
    "line",
    [
        'open("/' + 'work/main/x")',
        "cd /" + "home/kim/eok",
        '"resolved"' + ': "https://registry.example/x"',
        "--index" + "-url https://packages.example/",
        "see https://" + "pypi" + ".org/project/x",
    ],
)
def test_each_kind_would_be_seen(line: str) -> None:
    assert list(foreign(line))


@pytest.mark.parametrize(
    "line", ["src/eok/casework/actions", "/desk/work/", "./eok start", "uv pip --no-emit-index-url"]
)
def test_ours_is_not_taken_for_foreign(line: str) -> None:
    assert not list(foreign(line))


def foreign(text: str) -> Iterator[str]:
    """Places and addresses that belong to somebody's machine or network."""
    yield from (host for host in HOSTS if host in text)
    yield from PLACES.findall(text)
    yield from SOURCES.findall(text)
