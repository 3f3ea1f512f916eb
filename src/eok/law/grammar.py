"""Reads citations: `전자상거래법 시행규칙 §8①`, `민원처리법 §10③ 2호`, `지방세법 §§34, 35, 38`.

Form: name of the law (short or whole), space, `§article`, circled paragraph, `n호`, `가목`. What
follows a named law may be short: `민원처리법 §17③, 시행령 §10②, §11` means the law named before it.
Sections of other texts (RFC 8949 §4.2) are no citations of law. Pure.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

_CIRCLED = {chr(0x2460 + n): n + 1 for n in range(20)}
_ARTICLE = r"\d+(?:의\d+)?"
_SECTION = re.compile(
    rf"§(?P<many>§?)\s*(?P<article>{_ARTICLE})(?![\d.])"
    rf"(?P<more>(?:\s?[,·–~]\s?{_ARTICLE}(?![\d호.]))*)"
    r"(?P<paragraphs>[①-⑳](?:\s?[·,–~]?\s?[①-⑳])*)?"
    r"(?:\s?(?P<items>\d+(?:의\d+)?(?:[·,–~]\d+)*)호)?(?:\s?(?P<letter>[가-하])목)?"
)
_RELATIVE = re.compile(r"(?:^|[^가-힣])(시행령|시행규칙)$")
_UNKNOWN = re.compile(r"([가-힣·ㆍ]+(?:법|법률|령|규칙|규정|조례))$")
_FOREIGN = re.compile(r"(?:[A-Za-z]|\d)$")
_JOINED = re.compile(r"\b(?:and|or|to|with)$")
_REACH = 400
"""How far back, in characters, a short citation may look for the law it belongs to."""


@dataclass(frozen=True)
class Citation:
    """One article, perhaps one paragraph, item and letter of it."""

    law: str
    """Whole title; empty when the text does not say which law."""
    article: str
    """`12`, `38의2`"""
    paragraph: int | None = None
    item: str | None = None
    letter: str | None = None
    text: str = ""
    """As it was written."""
    at: int = 0
    """Where in the text it begins."""

    def __str__(self) -> str:
        number, _, branch = self.article.partition("의")
        out = f"{self.law} 제{number}조" + (f"의{branch}" if branch else "")
        out += f"제{self.paragraph}항" if self.paragraph else ""
        out += f"제{self.item}호" if self.item else ""
        return out + (f"{self.letter}목" if self.letter else "")


class Names:
    """Short names and titles of laws, for finding the one that ends where a `§` begins."""

    def __init__(self, short: Mapping[str, str], titles: Iterable[str]) -> None:
        known = {name: title for title in titles for name in (title, _unspaced(title))}
        for name, title in short.items():
            for kind in ("", " 시행령", " 시행규칙"):
                known[name + kind] = title + kind
        longest = sorted(known.items(), key=lambda pair: -len(pair[0]))
        self._known = {_dots(name): title for name, title in longest}

    def ending(self, text: str) -> str | None:
        """Title of the law whose name ends this text."""
        text = _dots(text)
        for name, title in self._known.items():
            if text.endswith(name) and not _letter(text[: -len(name)][-1:]):
                return title
        return None

    def mentioned(self, text: str) -> str:
        """Title of the law named last in a text, without any section; empty when none is."""
        text = _dots(text)
        found = [(text.rfind(name), len(name), title) for name, title in self._known.items() if name in text]
        return max(found, default=(0, 0, ""))[2]


def find(text: str, names: Names) -> Iterator[Citation]:
    """Every citation of law in a text, in order. A law the text does not name is ''."""
    last, last_at = "", -_REACH
    for found in _SECTION.finditer(text):
        before = _plain_end(text[max(0, found.start() - _REACH) : found.start()])
        named = names.ending(before)
        if named is None and _is_foreign(before):
            continue
        near = last if found.start() - last_at < _REACH else names.mentioned(before)
        law = named if named is not None else _short(before, near)
        last, last_at = law or last, found.start()
        yield from _split(found, law)


def _plain_end(before: str) -> str:
    """The text before a `§` without line ends, comment signs and quotes that only wrap it."""
    return re.sub(r"[\s#]+", " ", before).rstrip(" \"'`")


def _is_foreign(before: str) -> bool:
    return bool(_FOREIGN.search(before)) and not _JOINED.search(before)


def _short(before: str, last: str) -> str:
    """Which law a bare section, or one of only a decree, belongs to, given the law named before."""
    relative = _RELATIVE.search(before)
    if relative and last:
        return f"{family(last)} {relative[1]}"
    if relative or _UNKNOWN.search(before):
        return ""
    return last


def family(title: str) -> str:
    """The Act of a decree or rule: `지방세법 시행령` → `지방세법`."""
    return re.sub(r" (시행령|시행규칙)$", "", title)


def _split(found: re.Match[str], law: str) -> Iterator[Citation]:
    one = Citation(law, found["article"], text=found[0], at=found.start(), letter=found["letter"])
    more = re.findall(_ARTICLE, found["more"] or "") if found["many"] else []
    if more:
        yield from (replace(one, article=article) for article in (found["article"], *more))
        return
    items = _numbers(found["items"]) or [None]
    for paragraph in _paragraphs(found["paragraphs"]) or [None]:
        yield from (replace(one, paragraph=paragraph, item=item) for item in items)


def _paragraphs(text: str | None) -> list[int | None]:
    """`①②` → 1, 2; `③–⑤` → 3, 4, 5."""
    out: list[int | None] = []
    for mark in re.finditer(r"([①-⑳])(?:\s?[–~]\s?([①-⑳]))?", text or ""):
        first = _CIRCLED[mark[1]]
        out.extend(range(first, _CIRCLED[mark[2] or mark[1]] + 1))
    return out


def _numbers(text: str | None) -> list[str | None]:
    return list(re.findall(r"\d+(?:의\d+)?", text or ""))


def _unspaced(title: str) -> str:
    """Statutes write titles without spaces too, but for the kind of text."""
    base = family(title)
    return base.replace(" ", "") + title[len(base) :]


def _dots(text: str) -> str:
    """Titles spell the middle dot in two ways."""
    return text.replace("ㆍ", "·")


def _letter(character: str) -> bool:
    return "가" <= character <= "힣" if character else False
