"""What lists show of a case and what search finds it by: sealed words and keyed digests, from the answers in force."""

from collections.abc import Mapping
from typing import Any

from eok.casework.models import Case
from eok.catalogue.schema import Service
from eok.core import sealed
from eok.core.keys import keyring

FIELDS = ("name_digest", "phone_digest", "business_digest", "summary")


def describe(case: Case, service: Service, applicant: Mapping[str, Any], answers: Mapping[str, Any]) -> None:
    """Put them into the row (not saved yet)."""
    for field, digest in digests(service, applicant, answers).items():
        setattr(case, field, digest)
    shown = {"name": applicant.get("name", ""), "trade_name": answers.get(_named(service, "name"), "")}
    case.summary = sealed.seal(case.wrapped_key, shown, context=f"case:{case.pk}:summary")


def digests(service: Service, applicant: Mapping[str, Any], answers: Mapping[str, Any]) -> dict[str, str]:
    """What it is found by, by the field it stands in."""
    return {
        "name_digest": _digest("name", applicant.get("name")),
        "phone_digest": _digest("phone", applicant.get("phone")),
        "business_digest": _digest("business-no", answers.get(_named(service, "business_no"))),
    }


def _digest(purpose: str, value: object) -> str:
    """Keyed digest of digits (numbers) or of the letters as typed (names)."""
    text = str(value or "")
    if purpose != "name":
        text = "".join(c for c in text if c.isdigit())
    return keyring().digest(purpose, text) if text else ""


def _named(service: Service, column: str) -> str:
    """Id of the question that fills a column of the register; the column's own name without one."""
    return service.register.names.get(column, column) if service.register else column
