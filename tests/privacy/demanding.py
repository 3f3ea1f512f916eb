"""Demands made through the rooms' own actions, and who answers them."""

from eok.accounts.models import Officer, Person
from eok.accounts.roles import Role
from eok.privacy.actions.ask import ask
from eok.privacy.kinds import SCOPES
from eok.privacy.models import DisclosureRequest
from eok.privacy.record import Demand
from tests import affairs

ALL = tuple(SCOPES)


def demanded(
    by: Person | None = None, *, scope: tuple[str, ...] = ALL, kind: str = "access"
) -> DisclosureRequest:
    demand = Demand(
        scope if kind == "access" else (), "상호를 고쳐 주세요" if kind != "access" else "", "portal"
    )
    return ask(kind=kind, demand=demand, by=by or affairs.person())


def keeper() -> Officer:
    """개인정보 담당."""
    return affairs.officer("civil_service", Role.PRIVACY)
