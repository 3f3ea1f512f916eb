"""One thing the check found, and all of them."""

from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from enum import Enum

SLACK = timedelta(minutes=1)
"""So far two machines' clocks, or a moment and the commit of its transaction, may lie apart."""


class Kind(Enum):
    """What was done to the record."""

    CHANGED = "changed"
    """A link does not carry its own hash, or does not follow the one before."""
    REMOVED = "removed"
    """A link within the chain is not there."""
    CUT = "cut"
    """The last links are not there."""
    GONE = "gone"
    """A sealed chain is not there at all."""
    RECOMPUTED = "recomputed"
    """The chain fits in itself, not with what was sealed."""
    CLOCK = "clock"
    """A moment lies before one that came earlier."""
    SEAL = "seal"
    """A seal is not there, was changed, or its leaves were."""
    KEPT = "kept"
    """A copy kept elsewhere says something else."""


@dataclass(frozen=True)
class Finding:
    kind: Kind
    where: str
    """What people call the chain or the seal."""
    sequence: int | None
    """Of the link within its chain, or the number of the seal."""
    text: str
    """A Korean sentence."""


@dataclass
class Report:
    findings: list[Finding] = field(default_factory=list)
    chains: int = 0
    links: int = 0
    unsealed: int = 0
    """Links that came after the last seal: no fault."""
    seals: int = 0
    last_sealed_at: datetime | None = None

    def as_dict(self) -> dict[str, object]:
        """JSON-ready."""
        last = self.last_sealed_at
        return {
            "ok": not self.findings,
            "chains": self.chains,
            "links": self.links,
            "unsealed": self.unsealed,
            "seals": self.seals,
            "last_sealed_at": last.isoformat() if last else None,
            "findings": [{**asdict(found), "kind": found.kind.value} for found in self.findings],
        }
