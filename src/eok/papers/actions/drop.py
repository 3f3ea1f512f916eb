"""Do away with a file nobody refers to any more (개인정보 보호법 §21①)."""

from collections.abc import Iterable

from django.db import transaction

from eok.papers import vault
from eok.papers.models import Upload


@transaction.atomic
def drop(uploads: Iterable[Upload]) -> int:
    """The rows go with the act; the encrypted bytes follow once it is durable. Returns how many."""
    ids = [upload.pk for upload in uploads]
    Upload.objects.filter(pk__in=ids).delete()
    for upload_id in ids:
        transaction.on_commit(lambda gone=upload_id: vault.drop(gone))  # type: ignore[misc]  # bound per turn
    return len(ids)
