"""A citation as a page shows it: the official form, the article's heading, the official page."""

from dataclasses import dataclass

from eok.krds.citations import law_ko
from eok.law.library import library


@dataclass(frozen=True)
class Cited:
    """One line of 근거 법령."""

    citation: str
    """`전자상거래법 제12조제1항`"""
    url: str
    """Official page of the (first) article; empty when the law is not in the index."""
    says: str
    """What it is about: as given, else the article's heading."""


def cited(cite: str, says: str = "") -> Cited:
    """Read a citation such as `전자상거래법 §12①`; several are joined by `; `."""
    shelf = library()
    first = next(iter(shelf.read(cite)), None)
    url = shelf.address(first) if first else None
    heading = shelf.heading(first) if first else None
    return Cited(law_ko(cite), url or "", says or heading or "")
