"""End what a certificate said, with its case (개인정보 보호법 §21); that it was issued is still told.

Number, state, day and the file's digest stay: 진위확인 answers for whoever holds the paper (민원처리법 시행령 §30① 3호),
and its signature verifies without us.
"""

from eok.certificates.models import IssuedCertificate
from eok.core.retention import Gone
from eok.papers.actions import end as papers


def end(case_id: str) -> Gone:
    """In the caller's transaction; harmless a second time."""
    issued = IssuedCertificate.objects.filter(case_id=case_id).exclude(facts=b"")
    files = list(issued.values_list("file_id", flat=True))
    rows = issued.update(facts=b"", seal=b"")
    return Gone(rows=rows) + papers.end(files, keep_digest=True)
