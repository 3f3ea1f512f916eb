"""지금 확인하기: what the source says of the answers, while they can still be mended (전자정부법 §36①, §42①)."""

from django.http import HttpRequest

from eok.applications.actions.ask_source import Question, ask
from eok.applications.models import RecordLookUp
from eok.casework import look_ups
from eok.catalogue.schema import Paper
from eok.core.errors import EokError, InvalidError
from eok.forms import evaluate
from eok.linkage.errors import LinkageError
from eok.portal.filling import Writing
from eok.portal.paper_cards import paper_of
from eok.trail.actions.record_reading import record_reading
from eok.trail.acts import Act

MOST = 5
"""Look-ups of one paper of one draft: enough to mend a slip, too few to try out other people's records."""


def look_now(request: HttpRequest, current: Writing) -> dict[str, EokError]:
    """What the press of the button came to; errors by paper id. An outage is no error: the card says what to do."""
    paper_id = request.POST.get("look", "")
    if not paper_id:
        return {}
    paper = paper_of(current, paper_id)
    try:
        _look(current, paper)
    except InvalidError as error:
        return {paper.id: error}
    except LinkageError:
        return {}  # kept with the look-up, and shown in its card
    return {}


def may_look(paper: Paper) -> bool:
    """A system is there that could answer at once."""
    return paper.look_up is not None and not look_ups.unconnected()


def _look(current: Writing, paper: Paper) -> None:
    question = _question(current, paper)
    who = str(current.person.pk)
    record_reading(reader_kind="resident", reader=who, subject=f"person:{who}",
                   purpose=f"행정정보 공동이용 조회: {paper.name.ko}", act=Act.LOOK_UP)  # fmt: skip
    ask(question, by=f"person:{who}", anew=True)


def _question(current: Writing, paper: Paper) -> Question:
    """Raises InvalidError when it can't be asked."""
    answers = evaluate.filed_answers(current.service, current.content.answers)
    states = {
        state.paper.id: state
        for state in evaluate.papers_for(current.service, answers, current.content.modes)
    }
    state = states[paper.id]
    if not (may_look(paper) and state.needed):
        raise InvalidError("지금은 확인할 수 없는 서류입니다. 확인하지 않았습니다. 서류를 직접 올려 주세요.")
    if not state.chosen or state.mode != "look_up":
        raise InvalidError(
            "동의하지 않아 확인하지 않았습니다. 구청이 확인하는 데 동의하거나 직접 올려 주세요."
        )
    question = Question(current.draft.pk, current.service, paper, answers)
    if not question.subject:
        raise InvalidError(
            "확인할 번호를 아직 적지 않았습니다. 확인하지 않았습니다. 앞 쪽에서 번호를 먼저 적어 주세요."
        )
    if RecordLookUp.objects.filter(draft_id=current.draft.pk, paper_id=paper.id).count() >= MOST:
        raise InvalidError(
            f"이 신청에서는 {MOST}번까지 확인할 수 있습니다. 더 확인하지 않았습니다. 그대로 내면 구청이 접수한 뒤에 확인합니다."
        )
    return question
