"""Does an answer say the same as a record? Spelling of blanks, marks and what stands in brackets aside.

Only what surely agrees counts; the officer looks at everything else.
"""

import re
import unicodedata


def same(answer: str, record: str) -> bool:
    """`999-01-00008` and `9990100008` agree; of two addresses one may go on where the other ends."""
    one, other = _plain(answer), _plain(record)
    if not one or not other:
        return False
    return one == other or _goes_on(one, other) or _goes_on(other, one)


def building_of(address: str) -> str:
    """The road address up to the building, spelled plainly: what is the same for every room of a house."""
    plain = unicodedata.normalize("NFKC", address)
    return _plain(re.sub(r"\([^)]*\)", "", plain).partition(",")[0])


def _goes_on(longer: str, shorter: str) -> bool:
    """At a comma, as `서울특별시 서초구 시범대로 12, 3층` does after its building number."""
    return longer.startswith(f"{shorter},")


def _plain(text: str) -> str:
    """Without blanks, hyphens and brackets' content; full-width and composed letters as one."""
    without = re.sub(r"\([^)]*\)", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"[\s\-‐–]", "", without).casefold().strip(",.")
