"""Whether every package's licence is one we may use: `requirements/licences.yaml` says which, and why."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from eok.core.launch.places import ROOT

FILE = ROOT / "requirements" / "licences.yaml"


@dataclass(frozen=True)
class Rules:
    allowed: frozenset[str]
    spelled: Mapping[str, str]
    read_by_hand: Mapping[str, str]
    """Package to expression."""


@cache
def rules() -> Rules:
    read = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    by_hand = {name: one["licence"] for name, one in read["read_by_hand"].items()}
    return Rules(frozenset(read["allowed"]), read["spelled"], by_hand)


def refused(components: Iterable[Mapping[str, Any]]) -> list[str]:
    """A line for each package whose licence is unknown or not allowed. Any: as the bill's JSON is."""
    found = ((f"{one['name']} {one['version']}", licence_of(one)) for one in components)
    return [
        f"{name}: {licence or '라이선스를 알 수 없음'}" for name, licence in found if not is_allowed(licence)
    ]


def licence_of(component: Mapping[str, Any]) -> str:
    """One expression; several statements hold together."""
    said = rules().read_by_hand.get(component["name"])
    if said is not None:
        return said
    stated = [_statement(one) for one in component.get("licenses", [])]
    return " AND ".join(f"({one})" for one in dict.fromkeys(stated))


def is_allowed(expression: str) -> bool:
    """OR binds less than AND (SPDX 2.3 annex D.4.5); brackets are read from the inside."""
    text = expression
    while "(" in text:
        inner = re.search(r"\(([^()]*)\)", text)
        if inner is None:
            return False
        text = text[: inner.start()] + ("MIT" if _flat(inner[1]) else "refused") + text[inner.end() :]
    return _flat(text)


def _flat(text: str) -> bool:
    return any(
        all(part.strip() in rules().allowed for part in one.split(" AND ")) for one in text.split(" OR ")
    )


def _statement(licence: Mapping[str, Any]) -> str:
    named = licence.get("license", {})
    text = str(licence.get("expression") or named.get("id") or named.get("name") or "")
    return rules().spelled.get(text, text)
