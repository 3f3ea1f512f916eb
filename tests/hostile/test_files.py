"""Endless mutated files are looked at: taken or refused in a sentence, in bounded time; nothing else happens."""

import random
import time

import pytest

from eok.papers import inspection
from eok.papers.actions.store import store
from eok.papers.errors import UnusableFileError
from eok.papers.inspection import MAX_NAME, MAX_PAGES, TYPES
from eok.papers.models import Upload
from tests.hostile import tries
from tests.hostile.corpus import NAMES, a_file, corpus

SLOWEST_SECONDS = 20
"""Of one look, on a machine that does other things."""


@pytest.mark.parametrize("part", range(4))
def test_a_file_is_taken_or_refused(part: int) -> None:
    chance = random.Random(f"{tries.SEED}-{part}")
    for _ in range(tries.share(20)):
        began, name, content = a_file(chance)
        before = time.monotonic()

        try:
            seen = inspection.inspect(name, content)
        except UnusableFileError as error:
            assert "저장하지 않았습니다" in error.message
        else:
            assert seen.media_type in TYPES and 1 <= seen.pages <= MAX_PAGES, began
            assert len(seen.name) <= MAX_NAME and not set(seen.name) & set("/\\\x00\r\n\u202e")
        assert time.monotonic() - before < SLOWEST_SECONDS, began


@pytest.mark.django_db(databases="__all__")
def test_what_is_refused_leaves_nothing_and_what_is_taken_leaves_row_and_file(state_dir: object) -> None:
    from eok.papers import vault

    for content in corpus().values():
        for name in (*random.Random(tries.SEED).sample(NAMES, 2), "a.pdf", "a.png"):
            try:
                store(name=name, content=content, owner="person:1")
            except UnusableFileError:
                continue
    rows = {vault.path_of(row.pk) for row in Upload.objects.all()}
    files = {path for path in vault.path_of(Upload().pk).parents[1].rglob("*") if path.is_file()}

    assert rows and rows == files
