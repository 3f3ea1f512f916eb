"""Which entries of a register are a person's own, so that the person can name one instead of copying it.

The register knows holders by name; many people share one. An entry is taken for a person's own only when their own case
wrote it, or when name and birth date both agree (개인정보 보호법 §3①: nobody is shown a namesake's entry).
"""

import re
from collections.abc import Collection
from datetime import date

from django.db.models import Q

from eok.core.keys import keyring
from eok.licences import lifecycle, queries
from eok.licences.models import Licence, LicenceEvent

MOST = 20
"""More nobody picks from; who has more types the number."""
LOOKED_THROUGH = 200
"""Namesakes whose entries are compared."""


def held_by(name: str, born: date | None, origins: Collection[str], *, register: str = "") -> list[Licence]:
    """Entries of a register (of all) that stand, newest first.

    name, born: as 본인확인 confirmed them.  origins: `case:<id>` of the person's own cases.
    """
    own = LicenceEvent.objects.filter(origin__in=list(origins)).values("licence")
    named = Q(holder_digest__in=keyring().digests("licence-holder", name)) if name else Q(pk__in=[])
    rows = Licence.objects.filter(named | Q(pk__in=own), state__in=lifecycle.STANDING)
    rows = rows.filter(register=register) if register else rows
    ours = set(Licence.objects.filter(pk__in=own).values_list("pk", flat=True))
    found = rows.order_by("-opened_on", "-licence_no")[:LOOKED_THROUGH]
    return [one for one in found if one.pk in ours or _born_on(one, born)][:MOST]


def _born_on(licence: Licence, born: date | None) -> bool:
    """Imported entries spell dates in every way."""
    spelled = [int(part) for part in re.findall(r"\d+", queries.content(licence).get("birth_date", ""))]
    return born is not None and spelled == [born.year, born.month, born.day]
