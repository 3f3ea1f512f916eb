"""결재: draft a decision and send it up, or send it back down."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from eok.accounts.models import Officer
from eok.casework import actors, permissions, record
from eok.casework.events import DecisionProposed
from eok.casework.models import Case, Proposal
from eok.core import clock, events, sealed
from eok.core.errors import InvalidError
from eok.core.keyed import Key


@dataclass(frozen=True)
class Opinion:
    """What the drafter says."""

    text: str
    reasons: tuple[str, ...] = ()
    """Ids of lawful reasons, for a refusal."""


@transaction.atomic
def propose(*, case_id: Key, outcome: str, opinion: Opinion, by: Officer) -> Proposal:
    """상신 to the role the delegation table names (행정업무의 운영 및 혁신에 관한 규정 §10)."""
    case = record.locked(case_id)
    permissions.require(case, "propose", by)
    check_reasons(outcome, opinion)
    proposal = Proposal(
        case=case,
        outcome=outcome,
        drafted_by=by,
        drafted_at=clock.now(),
        decider_role=permissions.decider_role(case, outcome),
    )
    content = {"text": opinion.text, "reasons": list(opinion.reasons)}
    proposal.content = sealed.seal(bytes(case.wrapped_key), content, context=f"case:{case.pk}:proposal")
    proposal.save(force_insert=True)
    event = record.append(case, "propose", by=actors.officer(by), details={"outcome": outcome})
    events.publish(DecisionProposed(str(case.pk), event.sequence, event.at))
    return proposal


@transaction.atomic
def send_back(*, case_id: Key, reason: str, by: Officer) -> Case:
    """The decider returns the draft with a reason."""
    case = record.locked(case_id)
    permissions.require(case, "send_back", by)
    if not reason.strip():
        raise InvalidError("돌려보내는 까닭을 적어 주세요. 담당자가 읽습니다.", "reason")
    _close(Proposal.objects.filter(case=case, result=""), by, "sent_back")
    record.append(case, "send_back", by=actors.officer(by), details={"reason": reason})
    return case


def waiting(case: Case) -> Proposal | None:
    """The draft that lies with the decider."""
    return Proposal.objects.filter(case=case, result="").order_by("-pk").first()


def opinion_of(proposal: Proposal, wrapped_key: bytes) -> Opinion:
    value = sealed.unseal(wrapped_key, proposal.content, context=f"case:{proposal.case_id}:proposal")
    return Opinion(value["text"], tuple(value["reasons"]))


def close_proposal(case: Case, by: Officer, outcome: str) -> None:
    """The decider decided: as drafted, or otherwise."""
    waiting = Proposal.objects.filter(case=case, result="")
    _close(waiting.filter(outcome=outcome), by, "approved")
    _close(waiting.exclude(outcome=outcome), by, "otherwise")


def _close(drafts: QuerySet[Proposal], by: Officer, result: str) -> None:
    drafts.update(result=result, decided_by=by, decided_at=clock.now())


def check_reasons(outcome: str, opinion: Opinion) -> None:
    """A refusal names its lawful reason (행정절차법 §23①)."""
    if outcome not in ("grant", "refuse"):
        raise InvalidError("수리할지 거부할지 골라 주세요.", "outcome")
    if outcome == "refuse" and not opinion.reasons:
        raise InvalidError("거부하는 까닭을 법에서 정한 것 가운데 골라 주세요. (행정절차법 §23①)", "reasons")
    if outcome == "refuse" and not opinion.text.strip():
        raise InvalidError("민원인이 읽을 까닭을 문장으로 적어 주세요. (민원처리법 §27③)", "text")
