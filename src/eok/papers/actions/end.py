"""End files whose retention is over: the key goes with the act, the encrypted bytes follow (개인정보 보호법 §21②).

The row stays, for others point at it. `size` 0 says that the bytes are gone too; so what a crash left lying is found.
"""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from eok.core.retention import Gone
from eok.papers import vault
from eok.papers.models import Upload

BATCH = 500


def end(upload_ids: Collection[UUID], *, keep_digest: bool = False) -> Gone:
    """In the caller's transaction. keep_digest: of a paper we issued, so that a copy is still known as ours."""
    rows = Upload.objects.filter(pk__in=list(upload_ids)).exclude(wrapped_key=b"")
    keys = tuple(bytes(key) for key in rows.values_list("wrapped_key", flat=True))
    ids = tuple(rows.values_list("pk", flat=True))
    emptied: dict[str, object] = {"wrapped_key": b"", "name": b""}
    if not keep_digest:
        emptied["digest"] = ""
    Upload.objects.filter(pk__in=ids).update(**emptied)
    return Gone(keys, ids, len(ids))


def ended_with_bytes() -> QuerySet[Upload]:
    """Files that were ended and whose bytes may still lie there."""
    return Upload.objects.filter(wrapped_key=b"", size__gt=0)


def drop_bytes() -> int:
    """Remove the bytes of ended files; safe at any time, any number of times. Returns how many."""
    count = 0
    while ids := list(ended_with_bytes().order_by("pk").values_list("pk", flat=True)[:BATCH]):
        for upload_id in ids:
            vault.drop(upload_id)
        count += Upload.objects.filter(pk__in=ids).update(size=0)
    return count
