"""The answers to what is only read: affairs, forms, calendar, offices. One function for each address."""

from datetime import datetime

from pydantic import ValidationError

from eok.api.answers.forms import FormSaid, Version, Versions
from eok.api.answers.places import DepartmentSaid, Due, Found, Home, Offices, Year
from eok.api.answers.services import ServiceLine, Services, ServiceSaid
from eok.api.questions import Filing, Listing, Moment, Nothing, Searching
from eok.casework import clockwork
from eok.catalogue import facts
from eok.catalogue import queries as catalogue
from eok.catalogue.actions.pin import read_version
from eok.catalogue.models import CatalogueVersion
from eok.catalogue.schema import Service
from eok.core import clock
from eok.core.errors import InvalidError, NotFoundError
from eok.offices import queries as district
from eok.offices.calendar import calendar
from eok.search import queries as searching
from eok.search.facets import Filters

NO_SUCH_DAY = "달력에 없는 날짜입니다. 처리기한을 세지 않았습니다. 있는 날짜를 넣어 주세요."
TOO_FAR = (
    "쉬는 날이 정해지지 않은 때입니다. 처리기한을 셀 수 없습니다. {0}년에서 {1}년 사이의 때를 넣어 주세요."
)


def home(*, asked: Nothing) -> Home:
    return Home()


def services(*, asked: Listing) -> Services:
    chosen = sorted((s for s in catalogue.all_services() if _fits(s, asked)), key=lambda s: s.id)
    later = [one for one in chosen if asked.after is None or one.id > asked.after]
    part = later[: asked.limit]
    more = part[-1].id if len(later) > len(part) else None
    return Services(items=[ServiceLine.of(one) for one in part], total=len(chosen), next_after=more)


def _fits(service: Service, asked: Listing) -> bool:
    return (
        asked.sector in (None, service.sector)
        and asked.channel in (None, service.channel)
        and asked.review in (None, facts.review(service))
    )


def service(*, service_id: str, asked: Nothing) -> ServiceSaid:
    return ServiceSaid.of(catalogue.get(service_id))


def form(*, service_id: str, asked: Nothing) -> FormSaid:
    return FormSaid.of(catalogue.get(service_id))


def versions(*, service_id: str, asked: Nothing) -> Versions:
    """Also of an affair that is gone from the catalogue: its cases still stand on a version."""
    rows = list(CatalogueVersion.objects.filter(service=service_id).order_by("-first_used_at", "-pk"))
    if not rows:
        catalogue.get(service_id)
    return Versions(items=[Version.of(row) for row in rows])


def version(*, service_id: str, version: str, asked: Nothing) -> FormSaid:
    row = CatalogueVersion.objects.filter(service=service_id, digest=version).first()
    if row is None:
        raise NotFoundError(
            "그런 판이 없습니다. 아무도 그 판으로 신청을 시작하지 않았습니다. versions에서 골라 주세요."
        )
    return FormSaid.of(read_version(row)).model_copy(update={"version": row.digest})


def due(*, service_id: str, asked: Filing) -> Due:
    """The clock of 민원처리법 §19 for a filing at that moment."""
    found = catalogue.get(service_id)
    reading = clockwork.expected(found.processing_period, _moment(asked))
    return Due.of(service_id, reading, calendar())


def _moment(asked: Filing) -> datetime:
    try:
        moment = Moment.model_validate({"filed_at": asked.filed_at}).value.astimezone(clock.SEOUL)
    except ValidationError as error:
        raise InvalidError(NO_SUCH_DAY, "filed_at") from error
    covers = calendar().covers
    if covers and not (covers[0] <= moment.date() <= covers[1]):
        raise InvalidError(TOO_FAR.format(covers[0].year, covers[1].year), "filed_at")
    return moment


def search(*, asked: Searching) -> Found:
    chosen = Filters(action=asked.action or "", sector=asked.sector or "")
    return Found.of(searching.search(asked.q, chosen), asked.limit)


def offices(*, asked: Nothing) -> Offices:
    """부서 as they stand today; 동 are not in the district's folder yet."""
    ours, today = district.district(), clock.seoul_now().date()
    return Offices(
        district=ours.name, office=ours.office_name, phone=ours.phone, hours=ours.hours,
        demonstration=ours.demonstration,
        departments=[DepartmentSaid.of(one) for one in district.departments(today)],
    )  # fmt: skip


def calendar_year(*, year: str, asked: Nothing) -> Year:
    covers = calendar().covers
    if covers and not covers[0].year <= int(year) <= covers[1].year:
        raise NotFoundError(
            f"{year}년의 달력이 없습니다. {covers[0].year}년에서 {covers[1].year}년까지 있습니다. 그 사이의 해를 넣어 주세요."
        )
    return Year.of(int(year), calendar())
