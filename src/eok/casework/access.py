"""A resident's own case, or nothing: another person's number reads as no number, and is logged."""

import logging

from eok.accounts.models import Person
from eok.casework.models import Case
from eok.core.errors import NotFoundError
from eok.core.keyed import Key

log = logging.getLogger("eok.access")


class CaseNotFoundError(NotFoundError):
    def __init__(self) -> None:
        super().__init__(
            "그런 민원을 찾을 수 없습니다. 번호가 다르거나 다른 분의 민원입니다. 나의 민원에서 다시 찾아 주세요."
        )


def owned(case: Case, person: Person) -> Case:
    """The case itself if it is this person's. Raises CaseNotFoundError."""
    if case.application.person_id != person.pk:
        log.warning("person %s asked for case %s of another", person.pk, case.pk)
        raise CaseNotFoundError
    return case


def case_of(person: Person, case_id: Key) -> Case:
    """The person's case by id. Raises CaseNotFoundError."""
    case = Case.objects.select_related("application__version", "officer").filter(pk=case_id).first()
    if case is None:
        raise CaseNotFoundError
    return owned(case, person)
