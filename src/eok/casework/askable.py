"""What a demand to complete a filing may be about, and what the law keeps the office from asking for.

What the office looks up itself is not asked of people (민원처리법 §10③; 전자정부법 §36①); what was not asked in the
first place is not missing (민원처리법 §22①).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from eok.applications import consents, drafts
from eok.casework import grants
from eok.casework.models import Case
from eok.casework.supplements import Wanted
from eok.catalogue.schema import Paper, Service
from eok.core.errors import InvalidError
from eok.core.korean import with_particle
from eok.forms import conditions, display
from eok.forms.visible import visible_questions

MODES = {"upload": "파일로 냈어요", "look_up": "조회에 동의했어요", "by_post": "우편으로 내기로 했어요"}


@dataclass(frozen=True)
class Place:
    """One question or paper of the filing."""

    kind: Literal["question", "paper"]
    id: str
    label: str
    value: str
    """What was answered or given."""
    section: str
    """Title of its page; empty for papers."""
    why_not: str = ""
    """Why it can't be asked for; empty when it can."""
    law: str = ""

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}"


def places(case: Case) -> list[Place]:
    """Every question that was asked, then every paper, in the order of the form."""
    service, answers = grants.service_of(case), grants.answers_of(case)
    taken_back = consents.withdrawn(case.application.draft_id)
    filed = drafts.read_filed(case.application).modes
    modes = {paper: mode for paper, mode in filed.items() if paper not in taken_back}
    papers = [_paper(service, paper, answers, modes.get(paper.id, "")) for paper in service.papers]
    return [*_questions(service, answers), *papers]


def require(case: Case, wanted: Iterable[Wanted]) -> None:
    """Raises InvalidError for the first that can't be asked for."""
    known = {(place.kind, place.id): place for place in places(case)}
    for one in wanted:
        place = known.get((one.kind, one.id))
        if place is None:
            raise InvalidError(
                f"{with_particle(f'‘{one.label}’', '은')} 이 신청에서 물은 것이 아닙니다. 보내지 않았습니다. 목록에서 골라 주세요.",
                "wanted",
            )
        if place.why_not:
            raise InvalidError(
                f"{with_particle(f'‘{place.label}’', '은')} 요구할 수 없습니다. {place.why_not} ({place.law})",
                "wanted",
            )


def _questions(service: Service, answers: Mapping[str, Any]) -> list[Place]:
    return [
        Place(
            "question",
            q.id,
            q.label.ko,
            display.words(q, answers.get(q.id)) or display.NOT_GIVEN,
            page.title.ko,
        )
        for page in service.form.pages
        for q in visible_questions(service, page, answers)
        if q.value is None  # what is worked out is nobody's to complete
    ]


def _paper(service: Service, paper: Paper, answers: Mapping[str, Any], mode: str) -> Place:
    why_not = law = ""
    if paper.when is not None and not conditions.holds(service, paper.when, answers):
        why_not, law = "이 신청에는 필요하지 않은 서류예요.", "민원처리법 §10①"
    elif paper.look_up and (mode == "look_up" or not paper.look_up.consent):
        why_not, law = "구청이 행정정보 공동이용으로 확인해요.", "민원처리법 §10③"
    given = MODES.get(mode, "내지 않았어요") if not why_not or mode else "해당 없음"
    return Place("paper", paper.id, paper.name.ko, given, "", why_not, law)
