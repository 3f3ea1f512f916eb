"""After acceptance, and after a supplement: ask the sources for every paper the office looks up itself.

The officer has to find the result, not to press for it (민원처리법 §10③: 담당자가 직접 확인·처리). What was asked while
the form was filled in is not asked again; an outage is tried again by the outbox until it answers, the case leaves work,
or somebody notes what they saw themselves.
"""

from eok.casework import grants, look_ups
from eok.casework.actions.look_up import consented, look, note
from eok.casework.events import CaseEventHappened
from eok.casework.models import Case
from eok.catalogue.schema import Paper
from eok.core.errors import NotAllowedError
from eok.forms import conditions
from eok.linkage.errors import LinkageError

READER = ("system", "eok")
LEFT_TO_OFFICERS = ("by_hand", "noted")
"""What an officer looks at or has judged is theirs to look at again."""


def look_up_consented(event: CaseEventHappened) -> None:
    """`later` reaction, outside any transaction. Raises LinkageError when a source is to be asked again."""
    case = Case.objects.select_related("application__version").get(pk=event.case_id)
    if case.state not in look_ups.IN_WORK:
        return
    failed = [error for paper in _papers(case) if (error := _looked(case, paper))]
    again = next((error for error in failed if error.retryable), None)
    if again is not None:
        raise again


def _papers(case: Case) -> list[Paper]:
    """Those the answers call for, with consent where it is needed."""
    service, answers = grants.service_of(case), grants.answers_of(case)
    wanted = [p for p in service.papers if p.look_up and conditions.truth(service, p.when, answers)]
    return [paper for paper in wanted if _may(case, paper)]


def _may(case: Case, paper: Paper) -> bool:
    try:
        consented(case, paper.id)
    except NotAllowedError:
        return False
    return True


def _looked(case: Case, paper: Paper) -> LinkageError | None:
    known = look_ups.of_case(case).get(paper.id)
    if known is not None and known.last.row.state in LEFT_TO_OFFICERS and not known.last.stale:
        return None
    if known is not None and known.last.verdict is not None and not known.last.stale:
        note(case.pk, paper, by=":".join(READER))
        return None
    try:
        look(case, paper, reader=READER)
    except LinkageError as error:
        note(case.pk, paper, by=":".join(READER))
        return error
    return None
