"""가림 풀기: personal values are shown in clear for a while; who, what, why and until when is kept first."""

from datetime import datetime

from django.db import transaction

from eok.core import sealed
from eok.core.keys import keyring
from eok.trail.actions.record_reading import Reader, record
from eok.trail.acts import Act
from eok.trail.models import Unmasking
from eok.trail.purposes import Purpose


@transaction.atomic
def unmask(*, reader: Reader, subject: str, purpose: Purpose, words: str, until: datetime) -> Unmasking:
    """Durable before anything is shown in clear (개인정보 보호법 §29; 개인정보 보호법 시행령 §30①).

    words: the officer's own, kept encrypted, for they may name somebody.
    """
    reading = record(reader, subject, f"가림 풀기: {purpose.label}", act=Act.UNMASK)
    key = keyring().new_data_key()
    row = Unmasking(reading=reading, purpose=purpose.key, law=purpose.law, wrapped_key=key, until=until)
    row.words = sealed.seal(key, words, context=words_context(row))
    row.save(force_insert=True)
    return row


def words_context(row: Unmasking) -> str:
    """Binds the ciphertext to its row and column."""
    return f"unmasking:{row.reading_id}:words"
