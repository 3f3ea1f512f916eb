"""Holds the house against the statutes: citations here, forms and papers by the rooms that know them.

A room registers its check in `apps.ready`; `./eok law check` runs them all.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from eok.law.library import Library
from eok.law.scan import Mention
from eok.law.shelves import Statutes


@dataclass(frozen=True, order=True)
class Finding:
    """Something that does not agree with the statute, for the editor."""

    file: str
    line: int
    kind: str
    """citation, form, paper, index"""
    text: str


Check = Callable[[Statutes], Iterable[Finding]]

_checks: list[Check] = []


def register(check: Check) -> Check:
    """Run this check too. Registering twice is harmless."""
    if check not in _checks:
        _checks.append(check)
    return check


def run(statutes: Statutes, cited: Iterable[Mention], library: Library) -> list[Finding]:
    """Every finding, by file and line."""
    found = [*citations(statutes, cited), *index(statutes, library)]
    for check in _checks:
        found.extend(check(statutes))
    return sorted(set(found))


def citations(statutes: Statutes, cited: Iterable[Mention]) -> Iterator[Finding]:
    """Citations whose article, paragraph or item the statute in force does not have."""
    for one in cited:
        fault = _fault(statutes, one)
        if fault:
            yield Finding(str(one.file), one.line, "citation", f"{one.citation.text}: {fault}")


def index(statutes: Statutes, library: Library) -> Iterator[Finding]:
    """Laws whose facts in data/law/index are not those of the text in force."""
    for law in library.laws.values():
        statute = statutes.get(law.title)
        if statute and statute.facts(statutes.coming(law.title)) != law:
            text = f"색인({law.in_force} 시행)이 지금 글({statute.in_force} 시행)과 다릅니다. law index를 실행해 주세요"
            yield Finding(f"data/law/index/{law.title}", 1, "index", text)


def _fault(statutes: Statutes, one: Mention) -> str | None:
    citation = one.citation
    if not citation.law:
        return "어느 법인지 알 수 없습니다. 법 이름을 함께 적어 주세요"
    statute = statutes.get(citation.law)
    if statute is None:
        return f"{citation.law}의 글이 없어 대조하지 못했습니다"
    fault = statute.facts().fault(citation)
    return f"{citation}: {fault} ({statute.in_force} 시행)" if fault else None
