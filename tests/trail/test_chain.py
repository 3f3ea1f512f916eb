"""The chain finds what was changed, taken out, moved or made anew."""

import dataclasses

import pytest

from eok.trail import chain
from eok.trail.chain import Link


@pytest.fixture
def links() -> list[Link]:
    out: list[Link] = []
    previous = chain.START
    for n in range(1, 6):
        content = f"event {n}".encode()
        digest = chain.digest("case:1", n, content, previous)
        out.append(Link(n, content, previous, digest))
        previous = digest
    return out


def test_a_whole_chain_has_no_fault(links: list[Link]) -> None:
    assert chain.first_fault("case:1", links) is None


def test_a_changed_event_is_found(links: list[Link]) -> None:
    links[2] = dataclasses.replace(links[2], content=b"event X")

    assert chain.first_fault("case:1", links) == 3


def test_a_removed_event_is_found(links: list[Link]) -> None:
    del links[1]

    assert chain.first_fault("case:1", links) == 2


def test_exchanged_events_are_found(links: list[Link]) -> None:
    links[1], links[2] = links[2], links[1]

    assert chain.first_fault("case:1", links) == 2


def test_a_chain_of_another_case_does_not_fit(links: list[Link]) -> None:
    assert chain.first_fault("case:2", links) == 1


def test_parts_cannot_be_shifted_into_each_other() -> None:
    assert chain.digest("ab", 1, b"c", chain.START) != chain.digest("a", 1, b"bc", chain.START)
