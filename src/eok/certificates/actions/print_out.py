"""Hand out the print rendition: counted, with its ordinal and time on the sheet."""

import hashlib

from django.db import transaction

from eok.certificates.actions.issue import office
from eok.certificates.models import IssuedCertificate, Print
from eok.certificates.queries import facts
from eok.certificates.render import Composed, Rendition, compose, draw
from eok.core import clock


def print_out(*, certificate: IssuedCertificate) -> bytes:
    """The PDF to be printed at 100 % (민원처리법 시행령 §30①). The seal is that of the issue."""
    ordinal = Print.objects.filter(certificate=certificate).count() + 1
    content = compose(certificate.kind, facts(certificate)).content
    composed = Composed(certificate.kind, content, bytes(certificate.seal))
    at = clock.now()
    pdf = draw(composed, Rendition.PRINT, office(), at=at, ordinal=ordinal)
    with transaction.atomic():
        Print.objects.create(
            certificate=certificate, ordinal=ordinal, at=at, digest=hashlib.sha256(pdf).hexdigest()
        )
    return pdf
