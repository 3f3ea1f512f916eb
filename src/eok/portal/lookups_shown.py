"""What the office looks up instead of asking for a paper, as the resident sees it: before the filing and after.

The person sees office, purpose, record, when and on which ground (전자정부법 §42①, §43①; without consent 전자정부법 시행령 §49①).
What the record says stays with the office; the person sees in which points it differs from what they wrote.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from eok.applications import consents, drafts, looked
from eok.applications.looked import Looked
from eok.casework import grants, look_ups
from eok.casework.actions.withdraw_consent import may_withdraw
from eok.casework.models import Case
from eok.catalogue.schema import Paper, Service
from eok.forms import conditions
from eok.krds import filters
from eok.krds.citations import law_ko
from eok.portal.filling import Writing
from eok.rules.record_verdict import Verdict

OF_VERDICT = {
    Verdict.AGREES: ("확인했어요. 적은 것과 같아요.", "success"),
    Verdict.DIFFERS: ("확인했어요. 적은 것과 다른 것이 있어요.", "warning"),
    Verdict.SEEN: ("확인했어요.", "success"),
    Verdict.ABSENT: ("그런 기록이 없대요.", "warning"),
    Verdict.STALE: ("번호가 바뀌어서 다시 확인해야 해요.", "warning"),
}
OF_STATE = {
    "asked": ("확인하고 있어요.", "gray"),
    "by_hand": ("담당자가 직접 확인해요.", "gray"),
    "outage": ("지금은 확인할 수 없어요. 확인하는 시스템이 답하지 않아요.", "warning"),
    "refused": ("확인을 받아 주지 않았어요.", "warning"),
    "given_up": ("담당자가 직접 확인해요.", "gray"),
}
HINTS = {
    "differs": "적은 것을 고치거나 서류를 직접 올려 주세요. 그대로 내면 담당자가 살펴봐요.",
    "absent": "번호를 다시 보거나 서류를 직접 올려 주세요.",
    "stale": "다시 확인해 주세요.",
    "outage": "서류를 직접 올리면 기다리지 않아요. 그대로 내도 돼요. 접수한 뒤 구청이 다시 확인해요.",
    "refused": "서류를 직접 올려 주세요.",
    "by_hand": "그대로 내면 돼요.",
}


AFTERWARDS = {
    "differs": "담당자가 살펴보고, 고칠 것이 있으면 알려 드려요.",
    "absent": "담당자가 살펴보고, 고칠 것이 있으면 알려 드려요.",
    "outage": "구청이 다시 확인해요. 기다리지 않으셔도 돼요.",
}
"""Once it is filed."""


@dataclass(frozen=True)
class Shown:
    """How the look-up of one paper stands."""

    said: str
    tone: str
    apart: tuple[str, ...] = ()
    """In which points the record says something else."""
    source: str = ""
    when: str = ""
    reference_no: str = ""
    hint: str = ""
    """What one can do."""


@dataclass(frozen=True)
class Filed:
    """A paper of a case that the office looks up."""

    id: str
    name: str
    shown: Shown
    ground: str
    """The consent in its words, or the article that needs none."""
    may_withdraw: bool


def of_draft(current: Writing) -> dict[str, Shown]:
    """By paper id, for the papers' page and the review."""
    known = looked.of_filing(current.draft.pk, current.service, current.content.answers)
    return {paper: shown(one, HINTS) for paper, one in known.items()}


def of_case(case: Case) -> list[Filed]:
    """In the order of the affair's file."""
    service, known = grants.service_of(case), look_ups.of_case(case)
    return [_filed(case, service, paper, known.get(paper.id)) for paper in _looked_up(case, service)]


def shown(known: Looked, hints: Mapping[str, str]) -> Shown:
    last, row = known.last, known.last.row
    said, tone = OF_VERDICT[last.verdict] if last.verdict else OF_STATE[row.state]
    if known.contradicted:
        said, tone = "두 번 확인한 것이 서로 달라서 담당자가 살펴보고 있어요.", "warning"
    return Shown(
        said, tone, last.apart, row.source,
        filters.short_datetime(row.answered_at or row.asked_at), row.reference_no,
        hints.get(last.verdict or row.state, ""),
    )  # fmt: skip


def _looked_up(case: Case, service: Service) -> Iterator[Paper]:
    """Papers the answers call for and that come by a look-up."""
    modes, answers = drafts.read_filed(case.application).modes, grants.answers_of(case)
    for paper in service.papers:
        if (
            paper.look_up
            and modes.get(paper.id) == "look_up"
            and conditions.holds(service, paper.when, answers)
        ):
            yield paper


def _filed(case: Case, service: Service, paper: Paper, known: Looked | None) -> Filed:
    taken_back = paper.id in consents.withdrawn(case.application.draft_id)
    now = shown(known, AFTERWARDS) if known else Shown("아직 확인하지 않았어요.", "gray")
    if taken_back:
        now = Shown(
            "동의를 거두어서 확인하지 않아요.",
            "gray",
            hint="서류가 필요하면 담당자가 요청해요. 그때 직접 내 주세요.",
        )
    return Filed(
        paper.id,
        paper.name.ko,
        now,
        _ground(case, service, paper),
        may_withdraw(case, paper) and not taken_back,
    )


def _ground(case: Case, service: Service, paper: Paper) -> str:
    assert paper.look_up is not None  # only papers that are looked up come here
    words = consents.words(service, paper)
    if not paper.look_up.consent:
        return (
            f"{words} 동의가 따로 필요 없는 확인이에요. ({law_ko((paper.source.cite or '').split(';')[0])})"
        )
    given = [one for one in consents.all_of(case.application.draft_id) if one.paper_id == paper.id]
    day = filters.date_ko(given[-1].given_at if given else case.filed_at)
    return f"{given[-1].text if given else words} {day}에 동의했어요. ({law_ko('전자정부법 §42①')})"
