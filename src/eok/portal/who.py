"""The person of a request that `open_to(Who.RESIDENT)` let in."""

from typing import cast

from django.http import HttpRequest

from eok.accounts.models import Person


def person_of(request: HttpRequest) -> Person:
    return cast(Person, request.person)  # type: ignore[attr-defined]  # set by accounts' middleware
