"""Run the automatic checks of the review list; each names its source, the officer decides."""

from collections.abc import Callable, Mapping

from django.db import transaction

from eok.applications import queries as applications
from eok.casework import answers, grants, look_ups, reviews
from eok.casework.events import CaseEventHappened
from eok.casework.models import Case, SupplementPaper
from eok.core.korean import with_particle
from eok.core.outbox.worker import PermanentError
from eok.licences import queries as licences
from eok.offices import queries as offices

Found = tuple[str, str]
"""Result (key of reviews.RESULTS) and the sentence with its source."""


def run_automatic_checks(event: CaseEventHappened) -> None:
    """`later` reaction to acceptance and to a supplement."""
    case = Case.objects.select_related("application__person", "application__version").get(pk=event.case_id)
    with transaction.atomic():
        for item in reviews.applying(case):
            if item.automatic is not None:
                result, note = _check(item.automatic)(case)
                reviews.write(case, item.id, result, by="system:eok", note=note)


def _check(name: str) -> Callable[[Case], Found]:
    if name not in CHECKS:
        raise PermanentError(f"자동 확인 {name}이(가) 없습니다")
    return CHECKS[name]


def district_address(case: Case) -> Found:
    """Is the main office in our district (전자상거래법 시행령 §13①)?"""
    address = _answers(case).get("address")
    road = str(address.get("road", "")) if isinstance(address, Mapping) else ""
    name = offices.district().name
    if road.startswith(offices.district().address_prefixes):
        return "ok", f"적은 주소가 {name}예요. 주소 글자로 봤어요."
    return "look", f"적은 주소의 글자로는 {name}인지 알 수 없어요. 소관을 확인해 주세요."


def already_registered(case: Case) -> Found:
    """Does our register hold a standing entry of this business?"""
    effect = grants.service_of(case).register
    number = str(_answers(case).get("business_no") or "")
    found = licences.of_business(effect.register, number) if effect and number else []
    if found:
        return "look", f"대장에 {with_particle(found[0].licence_no, '이')} 있어요. 우리 구 대장에서 봤어요."
    return "ok", "대장에 없어요. 우리 구 대장에서 봤어요."


def files_clean(case: Case) -> Found:
    """Were all uploads scanned for malware?"""
    filed = [row.upload for row in applications.filed_papers(case.application)]
    later = SupplementPaper.objects.filter(supplement__case=case).select_related("upload")
    scans = {upload.scan for upload in (*filed, *(row.upload for row in later))}
    if not scans:
        return "not_applicable", "올린 파일이 없어요."
    if scans == {"clean"}:
        return "ok", "악성코드 검사에서 깨끗했어요."
    return "look", "검사기가 없어 검사하지 않은 파일이 있어요. 열 때 조심해 주세요."


def business_registration_matches(case: Case) -> Found:
    """Did the latest look-up, by a system or by hand, agree with the answers it was about?"""
    kind = "business-registration"
    found = look_ups.latest(case, kind)
    if found is None:
        return "look", "사업자등록증명을 조회하거나 낸 서류를 봐 주세요."
    if _looked_at(case, kind) & answers.changed_since(case, found.at):
        return "look", f"조회한 뒤에 답이 바뀌었어요. 다시 조회해 주세요. 그때 본 것: {found.note}"
    return found.result, found.note


def _looked_at(case: Case, kind: str) -> set[str]:
    """Ids of the questions that a look-up of this kind is about."""
    asked = [p.look_up for p in grants.service_of(case).papers if p.look_up and p.look_up.kind == kind]
    return {question for look_up in asked for question in (look_up.subject, *look_up.matches.values())}


def _answers(case: Case) -> dict[str, object]:
    return grants.answers_of(case)


CHECKS: dict[str, Callable[[Case], Found]] = {
    check.__name__: check
    for check in (district_address, already_registered, files_clean, business_registration_matches)
}
