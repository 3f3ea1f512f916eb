"""A resident's own case, or nothing: another person's number reads as no number, and is logged."""

import logging

from eok.accounts.models import Person
from eok.casework.lifecycle import ENDED
from eok.casework.models import Case, CaseEvent
from eok.core import clock
from eok.core.errors import EokError, NotFoundError
from eok.core.keyed import Key

log = logging.getLogger("eok.access")


class CaseNotFoundError(NotFoundError):
    def __init__(self) -> None:
        super().__init__(
            "그런 민원을 찾을 수 없습니다. 번호가 다르거나 다른 분의 민원입니다. 나의 민원에서 다시 찾아 주세요."
        )


class CaseEndedError(EokError):
    """The retention period is over: what is left of the case is that there was one (개인정보 보호법 §21)."""

    status = 410

    def __init__(self, case: Case) -> None:
        ended = CaseEvent.objects.filter(case=case, verb="end").order_by("-sequence").first()
        number = f"접수번호 {case.case_no}" if case.case_no else f"신청번호 {case.application.application_no}"
        when = f"{ended.at.astimezone(clock.SEOUL):%Y년 %-m월 %-d일}에 " if ended else ""
        law = f" 근거: {ended.law}." if ended else ""
        super().__init__(
            f"이 민원({number})은 보존기간이 끝나 {when}내용을 없앴습니다. 다시 읽거나 되살릴 수 없습니다.{law} "
            "번호와 처리한 날은 남아 있습니다. 궁금한 것은 담당 부서에 번호를 알려 주고 물어봐 주세요."
        )


def readable(case: Case) -> Case:
    """The case, unless its content is gone. Raises CaseEndedError."""
    if case.state == ENDED:
        raise CaseEndedError(case)
    return case


def owned(case: Case, person: Person) -> Case:
    """The case itself if it is this person's. Raises CaseNotFoundError, CaseEndedError."""
    if case.application.person_id != person.pk:
        log.warning("person %s asked for case %s of another", person.pk, case.pk)
        raise CaseNotFoundError
    return readable(case)


def case_of(person: Person, case_id: Key) -> Case:
    """The person's case by id. Raises CaseNotFoundError, CaseEndedError."""
    case = Case.objects.select_related("application__version", "officer").filter(pk=case_id).first()
    if case is None:
        raise CaseNotFoundError
    return owned(case, person)
