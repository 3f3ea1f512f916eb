"""After a decision on a fact of the district: the worker hands it out too, should the deciding process have died."""

from eok.catalogue import adoption
from eok.catalogue.events import DistrictFactDecided


def hand_out(event: DistrictFactDecided) -> None:
    """Safe at any time, any number of times."""
    adoption.refresh()
