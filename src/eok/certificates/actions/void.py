"""The papers of before: from the moment the register says something else, their numbers say so (민원처리법 §28의2)."""

from eok.certificates.models import IssuedCertificate
from eok.licences.events import LicenceWritten
from eok.licences.lifecycle import Papers
from eok.licences.queries import PAPER_STATES


def void_older(event: LicenceWritten) -> None:
    """`now` reaction: in the transaction that writes the register."""
    papers = Papers(event.papers)
    if papers is Papers.KEEP:
        return
    valid = IssuedCertificate.objects.filter(licence_id=event.licence_id, state="valid")
    valid.update(state=PAPER_STATES[papers])
