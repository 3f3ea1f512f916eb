"""행정정보 공동이용: look a record up on the applicant's consent, and note what agreed (전자정부법 §36①, §42①)."""

from django.db import transaction

from eok.accounts.models import Officer
from eok.applications import consents, drafts
from eok.applications.actions.ask_source import Question, ask
from eok.applications.looked import Looked
from eok.applications.models import RecordLookUp
from eok.casework import grants, look_ups, permissions, record, reviews
from eok.casework.look_ups import LOOKED_UP, NOBODY
from eok.casework.models import Case
from eok.catalogue.schema import Paper, ReviewItem
from eok.core.errors import NotAllowedError, NotFoundError
from eok.core.keyed import Key
from eok.rules.record_verdict import Verdict
from eok.trail.actions.record_reading import record_reading
from eok.trail.acts import Act

RESULTS = {Verdict.AGREES: "ok"}
"""What a check says of a verdict; the officer looks at everything else: a source may be behind (민원처리법 §10③)."""


def look_up(*, case_id: Key, paper_id: str, by: Officer) -> None:
    """Ask the source (outside any transaction), then note the facts and whether they agree.

    Raises NotAllowedError without consent, LinkageError when the source is down.
    """
    case = Case.objects.select_related("application__version").get(pk=case_id)
    permissions.require_in_work(case, by)
    paper = consented(case, paper_id)
    look(case, paper, reader=("officer", str(by.pk)), anew=True)


def look(case: Case, paper: Paper, *, reader: tuple[str, str], anew: bool = False) -> RecordLookUp:
    """Ask and note. reader: kind and name, for the read log. Raises LinkageError."""
    kind, name = reader
    if not look_ups.unconnected():  # where nobody is asked, the look is an officer's and is noted with it
        record_reading(reader_kind=kind, reader=name, subject=f"case:{case.pk}",
                       purpose=f"행정정보 공동이용 조회: {paper.name.ko}", act=Act.LOOK_UP)  # fmt: skip
    row = ask(question(case, paper), by=f"{kind}:{name}", anew=anew)
    note(case.pk, paper, by=f"{kind}:{name}")
    return row


def question(case: Case, paper: Paper) -> Question:
    """What the source is asked for this case as it is answered today."""
    filed, service = case.application, grants.service_of(case)
    return Question(filed.draft_id, service, paper, grants.answers_of(case), str(filed.signature_id))


@transaction.atomic
def note(case_id: Key, paper: Paper, *, by: str) -> None:
    """Write what the look-ups of a paper came to into the review list; earlier results stay readable."""
    assert paper.look_up is not None  # callers pass papers with a look-up
    case = record.locked(case_id)
    known = look_ups.of_case(case).get(paper.id)
    if known is None:
        return
    result, words = _result(known)
    who = NOBODY if known.last.row.state == "by_hand" else by
    for item in (f"{LOOKED_UP}{paper.look_up.kind}", *answered_checks(case, paper)):
        reviews.write(case, item, result, by=who, note=words)


def answered_checks(case: Case, paper: Paper) -> list[str]:
    """Checks about the record: they bear the paper's name, or copy what the look-up found."""
    return [item.id for item in reviews.applying(case) if _about(paper, item)]


def consented(case: Case, paper_id: str) -> Paper:
    """The paper, if it may be looked up. Raises NotFoundError, NotAllowedError without consent."""
    service = grants.service_of(case)
    paper = next((p for p in service.papers if p.id == paper_id and p.look_up), None)
    if paper is None or paper.look_up is None:
        raise NotFoundError("조회할 수 있는 서류가 아닙니다. 사건 화면에서 서류를 다시 골라 주세요.")
    mode = drafts.read_filed(case.application).modes.get(paper_id)
    if not paper.look_up.consent:
        return paper
    if mode != "look_up":
        raise NotAllowedError(
            "민원인이 조회에 동의하지 않았습니다. 낸 서류로 확인해 주세요. (전자정부법 §42①)"
        )
    if paper_id in consents.withdrawn(case.application.draft_id):
        raise NotAllowedError(
            "민원인이 조회 동의를 거두었습니다. 조회할 수 없습니다. 서류가 필요하면 보완을 요구해 주세요. (전자정부법 §42①)"
        )
    return paper


def _about(paper: Paper, item: ReviewItem) -> bool:
    assert paper.look_up is not None  # callers pass papers with a look-up
    registration = paper.look_up.kind == "business-registration"
    return item.id == paper.id or (item.automatic == "business_registration_matches" and registration)


def _result(known: Looked) -> tuple[str, str]:
    last = known.last
    words = look_ups.words(last)
    if known.contradicted:
        return (
            "look",
            f"먼저 본 것과 다른 답이 왔어요. 둘 다 남겨 두었으니 어느 것이 맞는지 봐 주세요. {words}",
        )
    if last.verdict is None:
        return "look", words
    if last.content.agrees and not last.stale:
        return last.content.agrees, words
    return RESULTS.get(last.verdict, "look"), words
