"""What must hold before a process serves or works: the checks that rooms register under one tag.

The web process, the worker and the launcher ask here, so that a wrong setting ends them with its sentence at
start and not at the first resident.
"""

import gc

from django.core.checks import ERROR, run_checks
from django.urls import get_resolver

from eok.core.options import OptionError

START = "start"
"""Tag of such checks. They look at settings only: an outside system that is down must not keep us closed."""


def require_sound() -> None:
    """Raises OptionError with the sentence of every check that found something."""
    faults = [str(found.msg) for found in run_checks(tags=[START]) if found.level >= ERROR]
    if faults:
        raise OptionError(" ".join(faults))


def load_pages() -> None:
    """Import every page now: later somebody would wait for it, or for the lock of who imports (1.5 s).

    What is loaded then stays, so the collector need not walk over it again and again (0.1 s each time).
    """
    get_resolver().url_patterns  # noqa: B018  # the look is what loads them
    gc.freeze()
