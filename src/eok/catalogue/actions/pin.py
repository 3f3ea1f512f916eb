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
    """The service as it stood. Raises UnreadableVersionError when this program is too old for it.

    By its digest, so that the text (20 KB) is only asked for the first time.
    """
    spelled = (row.format, row.digest)
    if spelled not in _read:
        if len(_read) >= _KEPT:
            _read.clear()
        _read[spelled] = readers.read(row.format, row.content)
    return _read[spelled]


def version_of(service_id: str, digest: str) -> Service:
    """The service of a version that was pinned. Raises CatalogueVersion.DoesNotExist."""
    return read_version(CatalogueVersion.objects.get(service=service_id, digest=digest))


def is_of(row: CatalogueVersion, service: Service) -> bool:
    """Whether the version is exactly this service."""
    return (row.service, row.digest) == (service.id, canonical(service).digest)


_KEPT = 4096
_read: dict[tuple[int, str], Service] = {}
