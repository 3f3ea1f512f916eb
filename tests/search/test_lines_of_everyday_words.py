"""Each line of data/words passes its own trial; no key is written twice."""

from collections import Counter
from pathlib import Path

import pytest

from eok.catalogue import queries as catalogue
from eok.search import lexicon
from eok.search.lexicon import Line
from eok.search.normalize import normalize, squeeze
from eok.search.queries import search

LEXICON = lexicon.load(Path(__file__).parents[2] / "data" / "words")


@pytest.mark.parametrize("line", LEXICON.lines, ids=lambda line: line.trial.query)
def test_the_line_passes_its_trial(line: Line) -> None:
    results = search(line.trial.query)

    if line.trial.finds:
        assert line.trial.finds in [hit.service.id for hit in results.hits]
    else:
        assert results.winner is None, "an affair we have wins with a word of one we have not"


@pytest.mark.parametrize("line", LEXICON.lines, ids=lambda line: line.trial.query)
def test_the_trial_uses_the_line(line: Line) -> None:
    query = squeeze(normalize(line.trial.query))

    assert any(squeeze(normalize(key)) in query for key in line.keys)


def test_no_key_stands_twice() -> None:
    keys = [squeeze(normalize(key)) for line in LEXICON.lines for key in line.keys]
    keys += [squeeze(normalize(key)) for action in LEXICON.actions for key in action.keys]

    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_what_a_line_finds_exists() -> None:
    named = {line.trial.finds for line in LEXICON.lines if line.trial.finds}

    assert named <= {service.id for service in catalogue.all_services()}


def test_questions_asked_back_exist() -> None:
    assert {line.ask for line in LEXICON.lines if line.ask} <= set(LEXICON.asks)


def test_every_action_is_said_in_a_word_it_knows() -> None:
    assert all(action.say in action.keys for action in LEXICON.actions)


@pytest.mark.parametrize("life_event", ["opening", "closing"])
def test_life_events_search_for_something(life_event: str) -> None:
    event, _ = catalogue.life_event(life_event)

    assert not search(event.search).abstained
