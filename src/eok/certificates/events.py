"""What happens to certificates."""

from dataclasses import dataclass

from eok.core.events import Event


@dataclass(frozen=True)
class CertificateIssued(Event):
    """The signed document lies ready for the applicant."""

    case_id: str
    document_no: str
