"""A file that would stop or fill the process is drawn apart, within bounds, and refused in a sentence."""

import resource
import time

import pytest

from eok.papers import apart
from eok.papers.actions.store import store
from eok.papers.preview import page_png
from tests.hostile.corpus import corpus

pytestmark = pytest.mark.django_db(databases="__all__")
HEAVY = ("pdf: forms in forms", "pdf: page tree in itself")


@pytest.fixture(autouse=True)
def _own_folder(state_dir: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """No other test's uploads lie there."""


@pytest.mark.parametrize("name", HEAVY)
def test_what_can_not_be_drawn_is_said_in_time(name: str) -> None:
    upload = store(name="a.pdf", content=corpus()[name], owner="person:1")
    before, spent = time.monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_utime

    with pytest.raises(apart.TooHeavyError) as refused:
        page_png(upload, 1)

    assert refused.value.status == 422
    assert time.monotonic() - before < apart.WALL_SECONDS + 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_utime - spent < 1


@pytest.mark.parametrize(
    "name", ["pdf: thin", "pdf: huge size", "picture: good png", "picture: png of one line"]
)
def test_odd_sizes_are_drawn(name: str) -> None:
    ending = ".pdf" if name.startswith("pdf") else ".png"
    upload = store(name=f"a{ending}", content=corpus()[name], owner="person:1")

    assert page_png(upload, 1).startswith(b"\x89PNG")
