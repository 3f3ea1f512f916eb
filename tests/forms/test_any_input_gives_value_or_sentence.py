"""Whatever arrives: never an exception; a value that can be stored and read again, or a Korean sentence."""

import json
import re

import pytest
from django.utils.datastructures import MultiValueDict
from hypothesis import given, settings
from hypothesis import strategies as st

from eok.forms.answers import posted, read, read_again
from eok.forms.kinds.table import KINDS, kind_of
from tests.forms.making import AROUND, question

TRICKY = [
    "\x00", "\ud800", "\u202e", "\u3164", "\u200b", "😀", "뷁", "漢", "０", "٣", "²", "½", "ﷺ", "İ", "ß", "\r\n", "\t",
    "-", ".", ",", "@", "/", "월", "일", "0", "1", "2026", "11", "29", "2", "https://", "123-45-67891", "a", "yes", " ",
]  # fmt: skip
TYPED = st.lists(st.sampled_from(TRICKY), max_size=6).map("".join) | st.text(max_size=20)
INPUTS = [
    "it",
    "it.year",
    "it.month",
    "it.day",
    "it.road",
    "it.detail",
    "it.postcode",
    "it.name",
    "it.won",
    "it.paste",
    "it.drop",
    "else",
]
SENT = st.dictionaries(st.sampled_from(INPUTS), st.lists(TYPED, max_size=3), max_size=5)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60, deadline=None)
@given(raw=SENT)
def test_any_input_gives_a_value_or_a_sentence(kind: str, raw: dict[str, list[str]]) -> None:
    asked = question(kind, not_after="filing" if kind == "date" else None)

    answer = read(asked, MultiValueDict(raw), AROUND)

    assert (answer.value is None) == bool(answer.problem)
    if answer.problem:
        assert re.search(r"[가-힣].*요[.)]|예\)", answer.problem)
        return
    assert json.loads(json.dumps(answer.value)) == answer.value
    assert read_again(asked, answer.stored, AROUND).value == answer.value
    assert kind_of(asked).words(asked, answer.value)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60, deadline=None)
@given(raw=SENT)
def test_what_was_typed_stays_what_it_was(kind: str, raw: dict[str, list[str]]) -> None:
    asked = question(kind)
    answer = read(asked, MultiValueDict(raw), AROUND)

    if answer.stored is None:
        return
    again = read(asked, posted(asked, answer.stored), AROUND)
    assert (again.value, again.problem, again.stored) == (answer.value, answer.problem, answer.stored)
