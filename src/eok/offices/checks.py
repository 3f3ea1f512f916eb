"""A check at start: production serves a district, not a demonstration of one."""

from collections.abc import Sequence

from django.core import checks

from eok.core.soundness import START
from eok.offices import queries
from eok.offices.errors import DistrictFileError


def district_is_ours(app_configs: object = None, **_: object) -> Sequence[checks.CheckMessage]:
    """The district's own file can be read, and in production holds no invented facts."""
    try:
        queries.district()
    except DistrictFileError as error:
        return [checks.Error(error.message, id="offices.E001")]
    return []


def register_all() -> None:
    checks.register(district_is_ours, "offices", START)
