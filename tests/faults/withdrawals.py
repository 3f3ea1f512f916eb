"""Cases of the house to be taken back, and the numbers it gave: run by a process beside the house."""

import json
import sys
from importlib import import_module


def waiting() -> None:
    """Print, for every case that may be withdrawn, its id and a session of its applicant."""
    from django.conf import settings
    from django.http import HttpRequest

    from eok.accounts import sessions
    from eok.casework.models import Case

    store, found = import_module(settings.SESSION_ENGINE).SessionStore, []
    for case in Case.objects.filter(state__in=("filed", "accepted")).select_related("application__person"):
        request = HttpRequest()
        request.session = store()
        sessions.enter_as_person(request, case.application.person, "test")
        request.session.save()
        found.append({"case": str(case.pk), "session": str(request.session.session_key)})
    json.dump(found, sys.stdout)


def numbers() -> None:
    """Print the numbers given at acceptance, sorted, and how many cases stand in each state."""
    from collections import Counter

    from eok.casework.models import Case

    accepted = Case.objects.exclude(case_no=None).order_by("case_no").values_list("case_no", flat=True)
    states = Counter(Case.objects.values_list("state", flat=True))
    json.dump({"accepted": list(accepted), "states": dict(states)}, sys.stdout)
