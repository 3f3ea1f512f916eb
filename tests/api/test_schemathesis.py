"""The interface does what its OpenAPI document says, asked by a machine that tries to catch it out.

Every check schemathesis knows: no server error, documented statuses and media types, shape of the answers, headers,
405 with Allow, refusal of what the document forbids. `HOSTILE_TRIES` sets how many questions an address is asked.
"""

import os
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi import checks as openapi_checks

from eok.api.document import document
from tests.api import served

TRIES = max(20, int(os.environ.get("HOSTILE_TRIES", "0")) // 400)
MORE_THAN_A_SCHEMA = [404, 413, 422, 429]
"""A day the calendar lacks, a check digit, a number asked too often: rules no schema can say."""
PLAIN = {"Accept-Encoding": "identity"}
"""schemathesis unpacks nothing when it asks in the same process."""


def _schema() -> "schemathesis.BaseSchema":
    config = schemathesis.Config.from_dict(
        {"checks": {"positive_data_acceptance": {"expected-statuses": [200, *MORE_THAN_A_SCHEMA]}}}
    )
    schema = schemathesis.openapi.from_dict(document(), config=config)
    schema.app = served.application()
    return schema


schema = _schema()
pytestmark = [
    pytest.mark.django_db(databases="__all__", transaction=True),
    pytest.mark.usefixtures("unhurried"),
]


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many questions from one address would have to wait; here they are asked."""
    from eok.verification import asking

    monkeypatch.setattr(asking, "FREE_TRIES", 10**9)


@schema.parametrize()
@settings(
    max_examples=TRIES, deadline=None, derandomize=True, database=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_every_address_keeps_its_promises(case: Any) -> None:
    case.call_and_validate(excluded_checks=[openapi_checks.ignored_auth], headers=PLAIN)


def test_links_lead_on() -> None:
    class Walk(schema.as_state_machine()):  # type: ignore[misc]  # made by schemathesis at run time
        def get_call_kwargs(self, case: Any) -> dict[str, object]:
            return {"headers": PLAIN}

    Walk.run(
        settings=settings(
            max_examples=max(5, TRIES // 10), deadline=None, derandomize=True, database=None,
            stateful_step_count=6, suppress_health_check=list(HealthCheck),
        )
    )  # fmt: skip
