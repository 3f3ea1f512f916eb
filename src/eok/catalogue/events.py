"""What happens to the catalogue, for later rooms to follow up."""

from dataclasses import dataclass

from eok.core.events import Event


@dataclass(frozen=True)
class DistrictFactDecided(Event):
    """A second person approved or refused a fact of the district, or it was taken back."""

    fact_id: int
    step: str
