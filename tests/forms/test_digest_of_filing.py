"""The digest that is signed: the same filing has the same, any change another, for years."""

from typing import Any

import pytest

from eok.forms.evaluate import digest_of_filing

FILING: dict[str, Any] = {
    "version": "a" * 64,
    "answers": {
        "name": "하늘상점",
        "prepaid": True,
        "goods": ["a", "b"],
        "place": {"road": "시범로 1", "detail": ""},
    },
    "papers": {"proof": ["b" * 64, "c" * 64]},
    "modes": {"proof": "upload", "tax": "look_up"},
    "declaration": "위와 같이 신고합니다.",
}


def test_the_digest_of_a_filing_never_changes() -> None:
    assert digest_of_filing(**FILING) == "e48f0098f5730abb7356fe090f3ad7ea370064362c1fa70aa223e4e78d570df4"


def test_the_order_in_which_things_were_answered_does_not_matter() -> None:
    turned: dict[str, Any] = {
        name: dict(reversed(list(part.items()))) if isinstance(part, dict) else part
        for name, part in FILING.items()
    }

    assert digest_of_filing(**turned) == digest_of_filing(**FILING)


@pytest.mark.parametrize(
    "change",
    [
        {"version": "b" * 64},
        {"answers": {**FILING["answers"], "name": "하늘상점2"}},
        {"answers": {**FILING["answers"], "prepaid": 1}},
        {"answers": {**FILING["answers"], "goods": ["b", "a"]}},
        {"papers": {"proof": ["c" * 64, "b" * 64]}},
        {"papers": {}},
        {"modes": {"proof": "upload", "tax": "upload"}},
        {"declaration": "위와 같이 신고합니다"},
    ],
)
def test_any_change_gives_another(change: dict[str, Any]) -> None:
    assert digest_of_filing(**{**FILING, **change}) != digest_of_filing(**FILING)
