"""Take a file in: look, scan, encrypt, write, and only then note it."""

import hashlib
import uuid

from django.conf import settings
from django.db import DatabaseError, transaction

from eok.core import clock
from eok.core.keys import keyring
from eok.core.postgresql.errors import CommitUnknownError
from eok.papers import inspection, scanner, vault
from eok.papers.models import Upload


def store(*, name: str, content: bytes, owner: str) -> Upload:
    """Raises UnusableFileError, ScannerDownError, StorageFullError; nothing half-written remains.

    owner: `person:<id>`, `officer:<id>` or `system:<room>`.
    """
    seen = inspection.inspect(name, content)
    scan = scanner.scan(settings.EOK_CLAMD, content)
    return _keep(seen, content, scan, owner)


def store_own(*, name: str, content: bytes, owner: str) -> Upload:
    """A file we made ourselves (receipt, certificate): known, so neither inspected nor scanned."""
    return _keep(inspection.Inspected("application/pdf", 1, name), content, "clean", owner)


def _keep(seen: inspection.Inspected, content: bytes, scan: str, owner: str) -> Upload:
    upload = Upload(
        id=uuid.uuid4(),
        owner=owner,
        wrapped_key=keyring().new_data_key(),
        media_type=seen.media_type,
        size=len(content),
        pages=seen.pages,
        digest=hashlib.sha256(content).hexdigest(),
        scan=scan,
        created_at=clock.now(),
    )
    context = f"upload:{upload.pk}:name"
    upload.name = keyring().encrypt(bytes(upload.wrapped_key), seen.name.encode(), context=context)
    vault.put(upload.pk, bytes(upload.wrapped_key), content)
    try:
        with transaction.atomic():
            upload.save(force_insert=True)
    except CommitUnknownError:  # the row may be there, and a row without its file would be half a paper
        raise
    except DatabaseError:
        vault.drop(upload.pk)
        raise
    return upload
