"""What browsers report of pages that broke the policy (CSP 3 §5, Reporting API), kept small and nameless.

Anybody can send anything here, so of a report only three short words stay, each from a closed alphabet; the same
report only counts up; of kinds there are at most so many.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.db import IntegrityError
from django.db.models import F
from django.urls import Resolver404, resolve

from eok.core import clock
from eok.gate.models import PolicyReport

LARGEST = 16 * 1024
"""Bytes of one post; a browser's report has less than two thousand."""
MOST_AT_ONCE = 10
MOST_KINDS = 500
_DIRECTIVE = re.compile(r"[a-z-]{3,40}")
_KEYWORDS = (
    "inline",
    "eval",
    "wasm-eval",
    "trusted-types-policy",
    "trusted-types-sink",
    "self",
    "data",
    "blob",
)


@dataclass(frozen=True)
class Kind:
    """What is the same in two reports of one fault."""

    directive: str
    blocked: str
    page: str


def take(body: bytes) -> int:
    """Keep what is in a post; how many were understood. Never raises for what somebody sent."""
    kinds = list(read(body))
    for kind in kinds:
        _keep(kind)
    return len(kinds)


def read(body: bytes) -> Iterator[Kind]:
    """Of `application/csp-report` (one) and `application/reports+json` (several)."""
    if len(body) > LARGEST:
        return
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError):
        return
    for report in (sent if isinstance(sent, list) else [sent])[:MOST_AT_ONCE]:
        kind = _kind(report)
        if kind is not None:
            yield kind


def _kind(report: Any) -> Kind | None:  # Any: what somebody sent
    if not isinstance(report, dict):
        return None
    said = report.get("csp-report") or report.get("body")
    if not isinstance(said, dict):
        return None
    directive = str(
        said.get("effective-directive") or said.get("violated-directive") or said.get("effectiveDirective")
    )
    if not _DIRECTIVE.fullmatch(directive.split(" ")[0]):
        return None
    blocked = str(said.get("blocked-uri") or said.get("blockedURL") or "")
    page = str(said.get("document-uri") or said.get("documentURL") or "")
    return Kind(directive.split(" ")[0], _source(blocked), _page(page))


def _source(blocked: str) -> str:
    """Where the forbidden thing came from: a keyword or a host, nothing after it."""
    if blocked in _KEYWORDS:
        return blocked
    try:
        parts = urlsplit(blocked)
        host = (parts.hostname or "").encode("idna").decode()
    except (ValueError, UnicodeError):
        return "unreadable"
    return f"{parts.scheme[:10]}://{host}"[:100] if host else parts.scheme[:10] or "unreadable"


def _page(address: str) -> str:
    """The kind of page it happened on: our name of it, no number of anybody's case."""
    try:
        return resolve(urlsplit(address).path).view_name[:100]
    except (Resolver404, ValueError):
        return "elsewhere"


def _keep(kind: Kind) -> None:
    now = clock.now()
    same = PolicyReport.objects.filter(directive=kind.directive, blocked=kind.blocked, page=kind.page)
    if same.update(times=F("times") + 1, last_at=now) or PolicyReport.objects.count() >= MOST_KINDS:
        return
    try:
        PolicyReport.objects.create(
            directive=kind.directive, blocked=kind.blocked, page=kind.page, first_at=now, last_at=now
        )
    except IntegrityError:  # two browsers at once: the other's row stands
        same.update(times=F("times") + 1, last_at=now)
