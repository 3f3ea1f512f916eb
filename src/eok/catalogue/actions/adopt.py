"""Fill in what the law leaves to the district; a second person approves; either may take it back.

Never the same person twice (as for rights: two people see what opens an affair). The value is tried on the affair
before it is kept, so that an approval can't break a page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from eok.accounts.models import Officer
from eok.catalogue import adopted, adoption, open_facts, queries
from eok.catalogue.adopted import Adopted, Entry
from eok.catalogue.errors import FactError, FactMovedError, FactNotFoundError, FactNotYoursError
from eok.catalogue.events import DistrictFactDecided
from eok.catalogue.loader import FaultyServiceError
from eok.catalogue.models import DistrictFact, DistrictFactStep
from eok.catalogue.sources import Grade, Source
from eok.core import clock, events
from eok.offices.data_file import Place

LONGEST_RULE, LONGEST_NOTE = 200, 300
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 1, 1)


@dataclass(frozen=True)
class Wanted:
    """What somebody puts forward."""

    service: str
    field: str
    value: Mapping[str, Any]  # of the kind of fact: {"won": 28000}
    rule: str
    from_on: date
    note: str = ""


@transaction.atomic
def fill(wanted: Wanted, *, by: Officer) -> DistrictFact:
    """Raises FactNotFoundError, FactNotYoursError, FactError, FactMovedError while another one waits."""
    require_open(wanted.service, wanted.field)
    _require_right(by, wanted.service)
    _require_whole(wanted)
    if any(not line.steps for line in adoption.history(wanted.service, wanted.field)):
        raise FactMovedError(
            "이 사실에는 확인을 기다리는 값이 있습니다. 새로 채우지 않았습니다. 그 값을 먼저 확인하거나 돌려보내 주세요."
        )
    return DistrictFact.objects.create(
        service=wanted.service, field=wanted.field, value=dict(wanted.value), rule=wanted.rule.strip(),
        from_on=wanted.from_on, note=wanted.note.strip(), filled_by=by, filled_as=adoption.seat(by),
        filled_at=clock.now(),
    )  # fmt: skip


def approve(fact_id: int, *, by: Officer) -> None:
    """Raises FactNotYoursError also for the person who filled it in."""
    _decide(fact_id, "approved", by, "")


def refuse(fact_id: int, *, by: Officer, reason: str) -> None:
    """Also by who filled it in, who then takes it back before anybody approved."""
    _decide(fact_id, "refused", by, _reason(reason))


@transaction.atomic
def undo(fact_id: int, *, by: Officer, reason: str) -> None:
    """An approved fact holds no longer: the one before it does, or the affair is shut. At once and by one person."""
    fact, words = _locked(fact_id), _reason(reason)
    _require_right(by, fact.service)
    if adoption.one(fact_id).step != "approved":
        raise FactMovedError("쓰고 있지 않은 값입니다. 되돌릴 것이 없습니다. 목록을 다시 열어 주세요.")
    _step(fact, "undone", by, words)


def require_open(service_id: str, field: str) -> None:
    """Raises FactNotFoundError for what the district can't say."""
    open_facts.standing(service_id, field)


@transaction.atomic
def _decide(fact_id: int, step: str, by: Officer, reason: str) -> None:
    fact = _locked(fact_id)
    _require_right(by, fact.service)
    if step == "approved" and fact.filled_by_id == by.pk:
        raise FactNotYoursError(
            "채운 사람은 확인할 수 없습니다. 아직 쓰지 않습니다. 같은 권한을 가진 다른 사람에게 부탁해 주세요."
        )
    if adoption.one(fact_id).steps:
        raise FactMovedError(
            "그사이 다른 사람이 확인하거나 돌려보냈습니다. 바꾼 것이 없습니다. 다시 열어 주세요."
        )
    _step(fact, step, by, reason)


def _step(fact: DistrictFact, step: str, by: Officer, reason: str) -> None:
    DistrictFactStep.objects.create(
        fact=fact, step=step, by=by, by_as=adoption.seat(by), at=clock.now(), reason=reason
    )
    events.publish(DistrictFactDecided(fact.pk, step))
    transaction.on_commit(adoption.refresh)


def _locked(fact_id: int) -> DistrictFact:
    """Two who decide at once wait for each other here."""
    found = DistrictFact.objects.select_for_update().filter(pk=fact_id).first()
    if found is None:
        raise FactNotFoundError
    return found


def _require_right(officer: Officer, service_id: str) -> None:
    if not adoption.may_fill(officer, service_id):
        raise FactNotYoursError(
            "이 민원사무를 맡은 부서의 우리 구 사실 담당이 채우고 확인합니다. 바꾸지 않았습니다. 운영자에게 권한을 요청해 주세요."
        )


def _require_whole(wanted: Wanted) -> None:
    if not wanted.rule.strip() or len(wanted.rule.strip()) > LONGEST_RULE or not wanted.rule.isprintable():
        raise FactError(
            f"근거가 비었거나 {LONGEST_RULE}자를 넘습니다. 채우지 않았습니다. 조례나 표의 이름과 조를 적어 주세요.",
            "rule",
        )
    if len(wanted.note) > LONGEST_NOTE or "\0" in wanted.note:
        raise FactError(f"메모가 {LONGEST_NOTE}자를 넘습니다. 채우지 않았습니다. 줄여 주세요.", "note")
    if not EARLIEST <= wanted.from_on <= LATEST:
        raise FactError(
            "첫날이 2000년에서 2100년 사이가 아닙니다. 채우지 않았습니다. 다시 적어 주세요.", "from_on"
        )
    _try(wanted)


def _try(wanted: Wanted) -> None:
    """The affair with this value must still be one."""
    source = Source(grade=Grade.DISTRICT, on=wanted.from_on, by="시험", where=wanted.rule)
    kept = {"service": wanted.service, "field": wanted.field, "value": dict(wanted.value)}
    entry = Entry.model_validate({**kept, "from": wanted.from_on, "source": source})
    states = queries.loaded().states[wanted.service]
    try:
        adopted.laid_over(states, [Adopted(entry, Place(Path(adopted.FILE), 1))])
    except FaultyServiceError as faulty:
        raise FactError(
            f"이 값은 쓸 수 없습니다({faulty.problems[0].text}). 채우지 않았습니다. 값을 다시 봐 주세요.",
            "value",
        ) from faulty


def _reason(words: str) -> str:
    if not words.strip() or len(words) > LONGEST_NOTE or not words.strip().isprintable():
        raise FactError(
            f"까닭이 비었거나 {LONGEST_NOTE}자를 넘습니다. 바꾸지 않았습니다. 짧게 적어 주세요.", "reason"
        )
    return words.strip()
