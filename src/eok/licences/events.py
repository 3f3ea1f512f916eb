"""What happens to entries of the register, for later rooms to follow up."""

from dataclasses import dataclass

from eok.core.events import Event


@dataclass(frozen=True)
class LicenceWritten(Event):
    """An entry was written into; `papers` says what becomes of those issued before (`lifecycle.Papers`)."""

    licence_id: str
    sequence: int
    verb: str
    papers: str
