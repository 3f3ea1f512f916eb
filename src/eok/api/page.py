"""What the page `/api/` shows: addresses with examples, errors, and what stays as it is."""

from dataclasses import dataclass

from eok.api.endpoints import ENDPOINTS, Endpoint
from eok.api.problems import CODES, TITLES

EXAMPLES = {
    "services": "?limit=10",
    "due": "?filed_at=2026-11-23T14:00:00%2B09:00",
    "search": "?q=가게 접으려고요",
}
PLACES = {"service_id": "mail-order-report", "year": "2026", "version": ""}


@dataclass(frozen=True)
class Row:
    """One address as the page shows it."""

    method: str
    path: str
    summary: str
    asked: tuple[tuple[str, str], ...]
    """Parameters and what they are."""
    example: str
    """An address to try; empty where there is none."""


def described() -> dict[str, object]:
    """The context of the page."""
    problems = [(code, status, TITLES[code]) for status, code in CODES.items()]
    return {"rows": [_row(one) for one in ENDPOINTS], "problems": problems}


def _row(one: Endpoint) -> Row:
    asked = tuple((name, field.description or "") for name, field in one.asked.model_fields.items())
    return Row(one.method, f"/api/v1/{one.path}", one.summary, asked, _example(one))


def _example(one: Endpoint) -> str:
    if one.method != "GET" or "{version}" in one.path:
        return ""
    return f"/api/v1/{one.path.format(**PLACES)}{EXAMPLES.get(one.name, '')}"
