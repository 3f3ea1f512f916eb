"""Take a file away for good: nobody refers to it any more (개인정보 보호법 §21①)."""

from django.db import transaction

from eok.papers import vault
from eok.papers.models import Upload


def remove(upload: Upload) -> None:
    """The row first; the bytes when that is certain, so that no row ever stands without its bytes."""
    upload_id = upload.pk
    with transaction.atomic():
        upload.delete()
        transaction.on_commit(lambda: vault.drop(upload_id))
