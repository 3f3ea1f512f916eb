"""빈 서식: what somebody takes home, fills in by hand and brings, with the papers and the place."""

from django.conf import settings

from eok.casework import form_cells
from eok.catalogue.schema import Service
from eok.core import clock
from eok.core.keys import keyring
from eok.forms import blank
from eok.krds import filters
from eok.offices import queries as offices
from eok.papers import typeset_form

FOOT = (
    "법령의 서식에 맞추어 {district}에서 만든 빈 서식입니다. 법령에 실린 서식에 적어 내도 됩니다.\n"
    "온라인으로 신청하면 묻는 것만 답하면 됩니다: {address}"
)


def blank_form(service: Service) -> bytes:
    """The PDF, tagged like every paper of the house."""
    district = offices.district()
    address = f"{settings.EOK_BASE_URL}/services/{service.id}"
    form = blank.blank_form(
        service,
        addressee=district.head_title,
        fee=filters.won(service.fee.won) if service.fee.won else "없음",
        sample=keyring().is_demonstration,
        made_at=clock.now(),
        office=form_cells.office(service, None),
        steps=form_cells.steps(service),
        bring=_bring(service),
    )
    return typeset_form.blank_form(form, FOOT.format(district=district.office_name, address=address))


def _bring(service: Service) -> tuple[tuple[str, str], ...]:
    district, today = offices.district(), clock.seoul_now().date()
    department = offices.department(service.office, on=today)
    return (
        ("내는 곳", f"{district.office_name} {department.name}, 전화 {department.phone}"),
        ("받는 시간", department.hours or district.hours),
        ("함께 낼 것", "위 제출서류 가운데 해당하는 것. 가기 전에 전화로 물어보면 헛걸음하지 않습니다."),
    )
