"""Forbid the end of records for a time, and lift it again (공공기록물법 §27의3; 시행령 §54의2 to §54의4).

The central archives may forbid it; a lawsuit, an audit or a request for the record are reasons of the office's own.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from eok.catalogue import queries as catalogue
from eok.core import clock
from eok.core.errors import ConflictError, InvalidError
from eok.law.library import library
from eok.retention import destroyed, finding
from eok.retention.models import Hold

ALL = "all"
SERVICE = "service:"


@dataclass(frozen=True)
class Wanted:
    """What somebody asks for."""

    target: str
    """접수번호, `service:<id>` or `all`."""
    reason: str
    law: str
    review_on: date


@transaction.atomic
def hold(wanted: Wanted, *, by: str) -> Hold:
    """by: `officer:<id>` or `operator`. Raises InvalidError, RecordNotFoundError."""
    _require_whole(wanted)
    scope, target, label = _target(wanted.target.strip())
    if scope == "record":
        destroyed.forget("case", target)
    return Hold.objects.create(
        scope=scope,
        target=target,
        label=label,
        reason=wanted.reason.strip(),
        law=wanted.law.strip(),
        from_at=clock.now(),
        review_on=wanted.review_on,
        by=by,
    )


@transaction.atomic
def release(*, hold_id: int, reason: str, by: str) -> Hold:
    """Raises InvalidError without a reason, ConflictError when it is lifted already."""
    if not reason.strip():
        raise InvalidError("푸는 까닭을 적지 않았습니다. 보류는 그대로입니다. 까닭을 적어 주세요.", "reason")
    found = Hold.objects.select_for_update().filter(pk=hold_id, released_at=None).first()
    if found is None:
        raise ConflictError(
            "이미 풀었거나 없는 보류입니다. 아무것도 바꾸지 않았습니다. 목록을 다시 열어 주세요."
        )
    found.released_at, found.released_by, found.release_reason = clock.now(), by, reason.strip()
    found.save(update_fields=["released_at", "released_by", "release_reason"])
    return found


def _require_whole(wanted: Wanted) -> None:
    if not wanted.reason.strip():
        raise InvalidError(
            "보류하는 까닭이 비어 있습니다. 아무것도 바꾸지 않았습니다. 까닭을 적어 주세요.", "reason"
        )
    cited = library().read(wanted.law)
    fault = next((fault for one in cited if (fault := library().fault(one))), None)
    if not cited or fault:
        raise InvalidError(
            f"근거를 조문으로 읽지 못했습니다{f' ({fault})' if fault else ''}. 아무것도 바꾸지 않았습니다. "
            "‘공공기록물법 §27의3’처럼 법 이름과 조를 적어 주세요.",
            "law",
        )
    if wanted.review_on <= clock.seoul_now().date():
        raise InvalidError(
            "다시 볼 날이 지났거나 오늘입니다. 아무것도 바꾸지 않았습니다. 내일 뒤의 날을 적어 주세요.",
            "review_on",
        )


def _target(words: str) -> tuple[str, str, str]:
    """Scope, target, and how officers read it."""
    if words == ALL:
        return ALL, "", "모든 기록"
    if words.startswith(SERVICE):
        service_id = words.removeprefix(SERVICE)
        known = {service.id: service.name.ko for service in catalogue.all_services()}
        if service_id not in known:
            raise InvalidError(
                f"민원사무 {service_id}이(가) 없습니다. 아무것도 바꾸지 않았습니다. 이름을 확인해 주세요.",
                "target",
            )
        return "service", service_id, f"{known[service_id]} 모두"
    case = finding.case(words)
    return "record", str(case.pk), f"접수번호 {case.case_no}" if case.case_no else f"신청번호 {words}"
