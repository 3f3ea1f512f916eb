"""Note what became of the message that asked somebody to sign along."""

from django.db import transaction

from eok.applications.models import SignatureRequest


@transaction.atomic
def note_told(*, request_id: int, told: str) -> None:
    """told: sent, by_hand or failed. The applicant reads it and can hand the address on."""
    SignatureRequest.objects.filter(pk=request_id).update(told=told)
