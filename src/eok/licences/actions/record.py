"""Write the effect of a granted case into the register."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max

from eok.core import sealed
from eok.core.keys import keyring
from eok.core.serials import next_number
from eok.licences.errors import LicenceEndedError
from eok.licences.models import Licence, LicenceEvent

ENDING = {"close": "closed"}
STATE_AFTER = {"suspend": "suspended", "resume": "active", **ENDING}


@dataclass(frozen=True)
class Entry:
    """What the register keeps of a grant."""

    register: str
    holder: str
    business_no: str
    on: date
    content: Mapping[str, str]
    """Captions and values as the register book shows them."""
    origin: str


@transaction.atomic
def open_licence(entry: Entry, *, number_pattern: str) -> Licence:
    """A new entry with the next number of its register and year.

    number_pattern: the district's, e.g. `제{year}-서울서초-{serial:05d}호`.
    """
    serial = next_number(f"licence:{entry.register}:{entry.on.year}")
    key = keyring().new_data_key()
    licence = Licence(
        register=entry.register,
        licence_no=number_pattern.format(year=entry.on.year, serial=serial),
        opened_on=entry.on,
        wrapped_key=key,
        holder_digest=keyring().digest("licence-holder", entry.holder),
        business_digest=_business_digest(entry.business_no),
        origin=entry.origin,
    )
    licence.content = sealed.seal(key, dict(entry.content), context=f"licence:{licence.pk}:content")
    licence.save(force_insert=True)
    _append(licence, "opened", entry)
    return licence


@transaction.atomic
def change_state(licence: Licence, effect: str, entry: Entry) -> Licence:
    """Suspend, resume or close a licence. Raises LicenceEndedError when it no longer stands."""
    licence = Licence.objects.select_for_update().get(pk=licence.pk)
    if licence.ended_on is not None:
        raise LicenceEndedError(licence.licence_no, licence.stands.label)
    licence.state = STATE_AFTER[effect]
    licence.ended_on = entry.on if effect in ENDING else None
    licence.save(update_fields=["state", "ended_on"])
    _append(licence, licence.state, entry)
    return licence


def _append(licence: Licence, verb: str, entry: Entry) -> None:
    last = LicenceEvent.objects.filter(licence=licence).aggregate(last=Max("sequence"))["last"] or 0
    context = f"licence:{licence.pk}:event:{last + 1}"
    LicenceEvent.objects.create(
        licence=licence,
        sequence=last + 1,
        verb=verb,
        on=entry.on,
        origin=entry.origin,
        details=sealed.seal(bytes(licence.wrapped_key), dict(entry.content), context=context),
    )


def _business_digest(business_no: str) -> str:
    digits = "".join(c for c in business_no if c.isdigit())
    return keyring().digest("business-no", digits) if digits else ""
