"""End a case whose retention is over: its key, and all that only this key could read (개인정보 보호법 §21②).

Number, affair, days and the chain stay: the hashes are of ciphertext, so the record still verifies. The last event
says by which law; it is written after the key is gone, so it holds no details.
"""

from django.db.models import QuerySet

from eok.applications.actions import end as applications
from eok.casework import actors, record
from eok.casework.lifecycle import ENDED
from eok.casework.listed import FIELDS
from eok.casework.models import Case, Proposal, Review, Supplement, SupplementPaper
from eok.core.keyed import Key
from eok.core.prepared import update
from eok.core.retention import Gone
from eok.papers.actions import end as papers


def end(case_id: Key, law: str) -> Gone:
    """In the caller's transaction; nothing when it was ended before. Raises StateError while it is open."""
    case = record.locked(case_id)
    if case.state == ENDED:
        return Gone()
    given = SupplementPaper.objects.filter(supplement__case=case).values_list("upload_id", flat=True)
    gone = Gone((bytes(case.wrapped_key),), rows=1)
    gone += applications.end(case.application_id) + papers.end(given) + _emptied(case)
    case.wrapped_key = case.summary = b""
    case.name_digest = case.phone_digest = case.business_digest = ""
    record.append(case, "end", by=actors.SYSTEM, law=law)
    update(case, "wrapped_key", *FIELDS)
    return gone


def _emptied(case: Case) -> Gone:
    """Ciphertext outside the chain."""
    columns: tuple[tuple[QuerySet[Supplement] | QuerySet[Review] | QuerySet[Proposal], str], ...] = (
        (Supplement.objects.filter(case=case), "content"),
        (Review.objects.filter(case=case), "note"),
        (Proposal.objects.filter(case=case), "content"),
    )
    return Gone(rows=sum(rows.update(**{column: b""}) for rows, column in columns))
