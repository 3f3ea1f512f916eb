"""The person takes back the consent to a look-up that has not happened yet (전자정부법 §42①: 사전동의).

What was looked up stays as it was looked up; without consent and without an answer the paper can be asked for again.
"""

from django.db import transaction

from eok.accounts.models import Person
from eok.applications import consents, drafts
from eok.applications.actions import consent
from eok.casework import grants, look_ups, record
from eok.casework.access import owned
from eok.casework.models import Case
from eok.catalogue.schema import Paper
from eok.core.errors import ConflictError, NotFoundError
from eok.core.keyed import Key


@transaction.atomic
def withdraw_consent(*, case_id: Key, paper_id: str, by: Person) -> None:
    """A second time changes nothing. Raises NotFoundError, ConflictError when it was looked up already."""
    case = owned(record.locked(case_id), by)
    paper = _paper(case, paper_id)
    if paper_id in consents.withdrawn(case.application.draft_id):
        return
    if not may_withdraw(case, paper):
        raise ConflictError(
            "이미 조회했거나 처리가 끝나 동의를 거둘 수 없습니다. 조회한 기록은 그대로 남습니다. "
            "무엇을 보았는지는 이 민원의 ‘구청이 확인하는 서류’에서 볼 수 있습니다."
        )
    consent.withdraw(case.application, paper, consents.words(grants.service_of(case), paper), by)


def may_withdraw(case: Case, paper: Paper) -> bool:
    """There is a consent, nothing was looked up on it, and the case still is in hand."""
    if not (paper.look_up and paper.look_up.consent and case.stands.open):
        return False
    if drafts.read_filed(case.application).modes.get(paper.id) != "look_up":
        return False
    known = look_ups.of_case(case).get(paper.id)
    return known is None or known.last.verdict is None


def _paper(case: Case, paper_id: str) -> Paper:
    for paper in grants.service_of(case).papers:
        if paper.id == paper_id and paper.look_up:
            return paper
    raise NotFoundError("그런 서류가 없습니다. 이 민원의 서류만 고를 수 있습니다. 진행 화면에서 골라 주세요.")
