"""What is in force now for a case, beside what was when it was filed.

A disposition follows the law at its own time, unless the law provides otherwise or special circumstances make that
law hard to apply (행정기본법 §14②). Whether one of these holds is for the officer to say; so what changed since
the filing is told before the decision, and the decision keeps what it was made under.
"""

from collections.abc import Iterator
from typing import Any

from eok.casework import grants
from eok.casework.models import Case
from eok.casework.queries import Happened
from eok.catalogue import queries as catalogue
from eok.catalogue.actions.pin import pin, version_of
from eok.catalogue.differences import differences
from eok.catalogue.errors import ServiceNotFoundError
from eok.catalogue.schema import Service
from eok.core.korean import with_particle
from eok.offices.calendar import calendar
from eok.rules.version import VERSION

RULES, CALENDAR = "기한과 세액을 셈하는 규칙", "쉬는 날을 적은 달력"


def service(case: Case) -> Service:
    """The affair as it stands today; as it was filed on, when the catalogue no longer holds it."""
    try:
        return catalogue.get(case.service_id)
    except ServiceNotFoundError:
        return grants.service_of(case)


def changed(case: Case) -> tuple[str, ...]:
    """What is not as it was at the filing, in the words of the affair's page; empty when all is."""
    return tuple(_changed(case))


def sentence(case: Case) -> str:
    """For who decides; empty when nothing changed."""
    what = ", ".join(changed(case))
    if not what:
        return ""
    return f"신청한 뒤 {with_particle(what, '이')} 바뀌었어요: 결정은 오늘의 기준으로 해요."


def pinned(case: Case) -> dict[str, Any]:
    """What a decision made now is made under, for its event. Stores the affair's version when it is new."""
    return {
        "service": pin(service(case)).digest,
        "rules": VERSION,
        "calendar": calendar().version,
    }


def decided_under(case: Case, decided: Happened) -> Service:
    """The affair as it stood when the case was decided; decisions that did not pin it: as filed."""
    under = decided.details["in_force"]
    if not isinstance(under, dict) or not under:
        return grants.service_of(case)
    return version_of(case.service_id, str(under["service"]))


def _changed(case: Case) -> Iterator[str]:
    for difference in differences(grants.service_of(case), service(case)):
        yield difference.label
    if case.rules_version not in (None, VERSION):
        yield RULES
    if case.calendar_version not in ("", calendar().version):
        yield CALENDAR
