"""Citations as the law writes them: `민원처리법 §19①` in code and data, 민원처리법 제19조제1항 on a page.

The short form is the one that can be searched for (STYLE.md "Comments and law"); residents and
officers read the official one.
"""

import re

_CIRCLED = {chr(0x2460 + n): str(n + 1) for n in range(20)}
_MANY = re.compile(r"§§\s*(\d+(?:의\d+)?(?:\s*[,·–~-]\s*\d+(?:의\d+)?)+)")
_ONE = re.compile(r"§\s*(\d+)(의\s*\d+)?([①-⑳]*)(?:\s*(\d+)호(의\d+)?)?(?:\s*([가-하])목)?")
_NUMBER = re.compile(r"(\d+)(의\d+)?")


def law_ko(citation: str) -> str:
    """민원처리법 §19①, 시행령 §10③ 3호, 지방세법 §§34, 35 → 제…조제…항제…호."""
    spread = _MANY.sub(lambda found: _NUMBER.sub(_article, found[1]), citation)
    return _ONE.sub(_whole, spread)


def _article(found: re.Match[str]) -> str:
    return f"제{found[1]}조{found[2] or ''}"


def _whole(found: re.Match[str]) -> str:
    article, branch, paragraphs, item, item_branch, letter = found.groups()
    text = f"제{article}조{(branch or '').replace(' ', '')}"
    text += "·".join(f"제{_CIRCLED[mark]}항" for mark in paragraphs)
    if item:
        text += f"제{item}호{item_branch or ''}"
    return text + (f"{letter}목" if letter else "")
