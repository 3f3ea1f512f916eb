"""What stands around the worklist: saved filters with their counts, the affairs to choose from, the order."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from eok.accounts.models import Officer
from eok.casework import look_ups
from eok.catalogue import queries as catalogue
from eok.desk.counts import counts, places
from eok.notify import queries as notify

FILTERS = {
    "mine": "내 할 일",
    "today": "오늘까지",
    "supplied": "보완이 왔어요",
    "unassigned": "담당 없음",
    "late": "기한 지남",
    "after": "수리 뒤 할 일",
    "team": "우리 부서 모두",
}
SORTS = {"due": "급한 순", "filed": "먼저 온 순", "newest": "나중에 온 순"}


@dataclass(frozen=True)
class Asked:
    """What the address asks for; an unknown word means the first."""

    show: str
    service: str
    sort: str

    @property
    def title(self) -> str:
        return FILTERS[self.show]

    @property
    def query(self) -> str:
        """`?show=…`, without what is as usual."""
        given = {"show": self.show, "service": self.service, "sort": self.sort}
        usual = {"service": "", "sort": "due"}
        return f"?{urlencode({k: v for k, v in given.items() if v != usual.get(k)})}"


@dataclass(frozen=True)
class Tools:
    filters: tuple[tuple[str, str, int], ...]
    """Label, address, count."""
    current: str
    services: tuple[tuple[str, str], ...]
    sorts: tuple[tuple[str, str], ...]


def asked(given: QueryDict) -> Asked:
    show, sort = given.get("show", ""), given.get("sort", "")
    service = given.get("service", "")
    known = {s.id for s in catalogue.all_services()}
    return Asked(
        show if show in FILTERS else "mine",
        service if service in known else "",
        sort if sort in SORTS else "due",
    )


def tools(officer: Officer, now: Asked) -> Tools:
    known = counts(officer)
    departments = places(officer)
    services = ((s.id, s.name.ko) for s in catalogue.all_services() if s.office in departments)
    saved = tuple((label, f"?show={key}", known[key]) for key, label in FILTERS.items())
    hands = ("손으로 할 일", reverse("desk:by_hand"), notify.count_by_hand(departments))
    sought = ("공동이용 조회", reverse("desk:look_ups"), look_ups.count_waiting(departments))
    return Tools(
        filters=(*saved, hands, sought),
        current=f"?show={now.show}",
        services=(("", "민원사무 모두"), *services),
        sorts=tuple(SORTS.items()),
    )
