"""행정정보 공동이용: look a record up on the applicant's consent, and note what agreed (전자정부법 §36①, §42①)."""

from collections.abc import Mapping

from django.db import transaction

from eok.accounts.models import Officer
from eok.applications import drafts
from eok.casework import grants, matching, permissions, reviews
from eok.casework.look_ups import LOOKED_UP, NOBODY
from eok.casework.models import Case
from eok.catalogue.schema import LookUp, Paper
from eok.core.errors import NotAllowedError, NotFoundError
from eok.core.keyed import Key
from eok.forms import display
from eok.linkage import registry
from eok.linkage.ports import Lookup, RecordAbsent, RecordByHand, RecordFound
from eok.trail.actions.record_reading import record_reading
from eok.trail.acts import Act


def look_up(*, case_id: Key, paper_id: str, by: Officer) -> None:
    """Ask the source (outside any transaction), then note the facts and whether they agree.

    Raises NotAllowedError without consent, LinkageError when the source is down.
    """
    case = Case.objects.select_related("application__version").get(pk=case_id)
    permissions.require_in_work(case, by)
    paper = consented(case, paper_id)
    record_reading(reader_kind="officer", reader=str(by.pk), subject=f"case:{case.pk}",
                   purpose=f"행정정보 공동이용 조회: {paper.name.ko}", act=Act.LOOK_UP)  # fmt: skip
    found = registry.port("shared_records").look_up(_lookup(case, paper))
    with transaction.atomic():
        assert paper.look_up is not None  # consented made sure
        result, note = _result(case, paper, found)
        who = NOBODY if isinstance(found, RecordByHand) else f"officer:{by.pk}"
        reviews.write(case, f"{LOOKED_UP}{paper.look_up.kind}", result, by=who, note=note)
        for item in reviews.applying(case):
            if (
                item.automatic == "business_registration_matches"
                and paper.look_up.kind == "business-registration"
            ):
                reviews.write(case, item.id, result, by="system:eok", note=note)


def consented(case: Case, paper_id: str) -> Paper:
    """The paper, if it may be looked up. Raises NotFoundError, NotAllowedError without consent."""
    service = grants.service_of(case)
    paper = next((p for p in service.papers if p.id == paper_id and p.look_up), None)
    if paper is None or paper.look_up is None:
        raise NotFoundError("조회할 수 있는 서류가 아닙니다. 사건 화면에서 서류를 다시 골라 주세요.")
    mode = drafts.read_filed(case.application).modes.get(paper_id)
    if paper.look_up.consent and mode != "look_up":
        raise NotAllowedError(
            "민원인이 조회에 동의하지 않았습니다. 낸 서류로 확인해 주세요. (전자정부법 §42①)"
        )
    return paper


def _lookup(case: Case, paper: Paper) -> Lookup:
    assert paper.look_up is not None  # callers pass papers with a look-up
    answers = grants.answers_of(case)
    return Lookup(
        key=f"{case.pk}:{paper.id}:{case.sequence}",  # anew after a supplement; once however often we try
        kind=paper.look_up.kind,
        subject_no=str(answers.get(paper.look_up.subject) or ""),
        purpose=f"{grants.service_of(case).name.ko} 처리",
        consent_id=str(case.application.signature_id) if paper.look_up.consent else None,
        basis="" if paper.look_up.consent else (paper.source.cite or ""),
        scope=paper.look_up.shows,  # no more than the person was told (전자정부법 §42① 2호)
    )


def _result(case: Case, paper: Paper, found: RecordFound | RecordAbsent | RecordByHand) -> tuple[str, str]:
    if isinstance(found, RecordByHand):
        return "look", found.instruction
    if isinstance(found, RecordAbsent):
        return "not_ok", f"{found.source}에 그런 기록이 없어요. 조회번호 {found.reference_no}"
    facts = " · ".join(f"{k} {v}" for k, v in found.facts.items())
    note = f"{found.source}: {facts} (조회번호 {found.reference_no})"
    assert paper.look_up is not None  # callers pass papers with a look-up
    if not paper.look_up.matches:
        return "look", note
    apart = _apart(case, paper.look_up, found.facts)
    return ("look", f"적은 것과 다른 것: {', '.join(apart)}. {note}") if apart else ("ok", note)


def _apart(case: Case, asked: LookUp, facts: Mapping[str, str]) -> list[str]:
    """Labels of the record, in its order, that do not surely say what was answered."""
    said = display.plain(grants.service_of(case), grants.answers_of(case))
    return [
        label
        for label in asked.shows
        if label in asked.matches
        and not matching.same(said.get(asked.matches[label], ""), facts.get(label, ""))
    ]
