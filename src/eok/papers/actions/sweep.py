"""Throw away files that were put up and never sent: nothing is kept without a purpose (개인정보 보호법 §21①).

The files of a draft hang on the draft and go with it. Those given in answer to a demand of supplement are known by
the open page alone until all of it is sent; when it never is, nobody points at them.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Exists, ForeignObjectRel, OuterRef, QuerySet

from eok.core import clock, outbox
from eok.papers import ticket
from eok.papers.actions.drop import drop
from eok.papers.models import SpentTicket, Upload

SWEEP_JOB = "papers.sweep"
SWEEP_SECONDS = 3600
KEEP = timedelta(days=30)
"""As long as a draft: nobody leaves the page of a supplement open for longer."""
BATCH = 500


@outbox.job(SWEEP_JOB)
def sweep(payload: Mapping[str, Any]) -> None:
    """Recurring: drop the files nothing has pointed at since their days were up, and what tickets are long over."""
    SpentTicket.objects.filter(at__lt=clock.now() - 2 * timedelta(seconds=ticket.SECONDS)).delete()
    drop(pointed_at_by_nothing().filter(created_at__lt=clock.now() - KEEP).order_by("created_at")[:BATCH])


def pointed_at_by_nothing() -> QuerySet[Upload]:
    """Files without a row of any room that names them; a room that is new tomorrow is asked too."""
    files = Upload.objects.all()
    for relation in Upload._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel):
            named = relation.related_model._default_manager.filter(**{relation.field.name: OuterRef("pk")})
            files = files.exclude(Exists(named))
    return files
