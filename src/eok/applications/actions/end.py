"""End what was filed, with its signature and papers, when its retention is over (개인정보 보호법 §21)."""

from eok.accounts.models import Signature
from eok.applications.models import Application, ApplicationPaper, RecordLookUp
from eok.core.keyed import Key
from eok.core.retention import Gone
from eok.papers.actions import end as papers


def end(application_id: Key) -> Gone:
    """In the caller's transaction. The number and the day stay; what was written, by whom signed, is gone."""
    filed = Application.objects.select_for_update().get(pk=application_id)
    signed = Signature.objects.get(pk=filed.signature_id)
    if not filed.wrapped_key:
        return Gone()
    keys = (bytes(filed.wrapped_key), bytes(signed.wrapped_key))
    filed.wrapped_key, filed.content, filed.digest = b"", b"", ""
    filed.save(update_fields=["wrapped_key", "content", "digest"])
    signed.wrapped_key, signed.assertion, signed.digest = b"", b"", ""
    signed.save(update_fields=["wrapped_key", "assertion", "digest"])
    rows = ApplicationPaper.objects.filter(application=filed)
    return Gone(keys, rows=2) + _look_ups(filed) + papers.end(rows.values_list("upload_id", flat=True))


def _look_ups(filed: Application) -> Gone:
    """That a source was asked, when and under which number stays; what it said is gone."""
    rows = RecordLookUp.objects.filter(draft_id=filed.draft_id).exclude(wrapped_key=b"")
    keys = tuple(bytes(key) for key in rows.values_list("wrapped_key", flat=True))
    return Gone(keys, rows=rows.update(wrapped_key=b"", content=b""))
