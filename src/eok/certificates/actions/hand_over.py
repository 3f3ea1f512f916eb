"""Hand the certificate to whom it was issued, and note that they have it (민원처리법 §27④)."""

from eok.accounts.models import Person
from eok.certificates.models import IssuedCertificate
from eok.papers.models import Upload
from eok.trail.actions.record_reading import record_reading


def hand_over(*, certificate: IssuedCertificate, by: Person) -> Upload:
    """The signed electronic document. by: the applicant, already confirmed."""
    record_reading(
        reader_kind="resident", reader=str(by.pk), subject=certificate.trail_subject, purpose="문서 받기"
    )
    return certificate.file
