"""행정정보 공동이용: look up at the source instead of asking the person for a paper.

Law: 전자정부법 §36① (do not collect what another office holds), §42① (prior consent, per document, with purpose,
scope and user), §42② (cases without consent, told afterwards), §43① (the person may see who looked).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from eok.linkage.ports.base import Adapter


@dataclass(frozen=True)
class Lookup:
    """One question to one register."""

    key: str
    """Ours; the same key is one look-up in the log of the source."""
    kind: str
    """Which record: business-registration (사업자등록증명), corporate-register (법인 등기사항증명서)."""
    subject_no: str = field(repr=False)
    """사업자등록번호 or 법인등록번호."""
    purpose: str
    """공동이용의 목적, shown to the person (전자정부법 §42① 1호)."""
    consent_id: str | None
    """The consent it rests on; None only with a `basis`."""
    basis: str = ""
    """Article that allows it without consent, e.g. 전자정부법 §42② 2호."""
    subject_name: str = field(default="", repr=False)
    scope: tuple[str, ...] = ()
    """이용범위 (전자정부법 §42① 2호): labels of the facts wanted; empty for the whole record. Others never reach us."""


@dataclass(frozen=True)
class RecordFound:
    facts: Mapping[str, str] = field(repr=False)
    """Korean label to value, as the source words them."""
    source: str
    """The holding office, e.g. 국세청."""
    looked_up_at: datetime
    reference_no: str
    """Number of the look-up in the log of the source (전자정부법 §43①)."""


@dataclass(frozen=True)
class RecordAbsent:
    """The register answered: there is no such record."""

    source: str
    looked_up_at: datetime
    reference_no: str


@dataclass(frozen=True)
class RecordByHand:
    """An officer looks it up elsewhere and records what was seen, where, when, under which number."""

    instruction: str
    """What the officer does, in Korean."""


class SharedRecords(Adapter, Protocol):
    """행정정보 공동이용 시스템."""

    def look_up(self, lookup: Lookup) -> RecordFound | RecordAbsent | RecordByHand:
        """Ask the register. Raises LinkageError (an outage is retryable; without consent or basis it is not)."""
        ...
