"""Pin a service: store its resolved form at first use, find it again at every later one."""

from eok.catalogue import readers
from eok.catalogue.canonical import FORMAT, canonical
from eok.catalogue.models import CatalogueVersion
from eok.catalogue.schema import Service
from eok.core import clock


def pin(service: Service) -> CatalogueVersion:
    """The stored version of exactly this service. Two who pin at once get the same row."""
    spelled = canonical(service)
    row, _ = CatalogueVersion.objects.get_or_create(
        service=service.id,
        digest=spelled.digest,
        defaults={"format": FORMAT, "content": spelled.text, "first_used_at": clock.now()},
    )
    return row


def read_version(row: CatalogueVersion) -> Service:
    """The service as it stood. Raises UnreadableVersionError when this program is too old for it."""
    return readers.read(row.format, row.content)
