"""Names hidden in one title: `통신판매업(휴업, 폐업, 영업재개) 신고서` is three affairs. Pure."""

import re
from itertools import product

_CHOICE = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_LISTED = re.compile(r"(?<=[가-힣])(?:ㆍ|·|,\s?)(?=[가-힣])")
_MOST = 12


def expand(title: str) -> tuple[str, ...]:
    """Every name a title stands for; the title itself when it stands for one."""
    parts: list[tuple[str, ...]] = []
    last = 0
    for found in _CHOICE.finditer(title):
        parts.append((title[last : found.start()],))
        parts.append(_choices(found[1]))
        last = found.end()
    parts.append((title[last:],))
    names = (" ".join("".join(f" {part} " for part in one).split()) for one in product(*parts))
    return tuple(dict.fromkeys(name for name in names if name))[:_MOST]


def _choices(inside: str) -> tuple[str, ...]:
    """`휴업, 폐업` are alternatives, a single remark may be there or not."""
    alternatives = tuple(part.strip() for part in _LISTED.split(inside) if part.strip())
    return alternatives if len(alternatives) > 1 else ("", inside.strip())
