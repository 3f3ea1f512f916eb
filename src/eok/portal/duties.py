"""What waits for me, at the top of 나의 민원: 보완, 납부, 받기, 임시저장."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from eok.accounts.models import Person
from eok.applications.drafts import KEEP_DAYS, WARN_DAYS
from eok.applications.models import Draft
from eok.casework import supplements
from eok.casework.models import Case
from eok.certificates import queries as certificates
from eok.certificates.definitions import certificate
from eok.certificates.models import IssuedCertificate
from eok.core.korean import with_particle
from eok.krds import filters
from eok.payments import queries as payments
from eok.payments.models import FeeOrder, LicenceTax
from eok.privacy import queries as privacy
from eok.privacy.kinds import KINDS
from eok.privacy.models import DisclosureRequest


@dataclass(frozen=True)
class Duty:
    """One thing that waits for me."""

    title: str
    detail: str
    label: str
    url: str


def waiting(
    person: Person, cases: Sequence[Case], issued: Sequence[IssuedCertificate], names: Mapping[str, str]
) -> list[Duty]:
    """names: of the affairs, by id."""
    return [
        *_to_mend([case for case in cases if case.state == "supplement"], names),
        *(_to_pay(tax, names) for tax in payments.owed_by(person)),
        *(_to_pay_fee(order, names) for order in payments.fees_owed_by(person)),
        *(_to_fetch(one) for one in certificates.not_fetched(issued)),
        *(_to_read(row) for row in privacy.unfetched(person)),
    ]


def ending(drafts: Iterable[Draft], names: Mapping[str, str], today: date) -> Iterator[Duty]:
    """Drafts that go in a few days unless one goes on with them."""
    for draft in drafts:
        if not ends_soon(draft, today):
            continue
        left = (draft.expires_on - today).days
        name = names.get(draft.service_id, "신청")
        goes = f"{left}일 뒤에 지워져요" if left > 0 else "오늘까지만 남아 있어요"
        yield Duty(
            f"작성하던 {with_particle(name, '이')} {goes}",
            f"{filters.date_ko(draft.expires_on)}까지 보관해요. 고치거나 아래에서 더 보관하면 다시 {KEEP_DAYS}일이에요",
            "이어서 쓰기",
            reverse("portal:draft", args=[draft.pk]),
        )


def ends_soon(draft: Draft, today: date) -> bool:
    return (draft.expires_on - today).days <= WARN_DAYS


def _to_mend(cases: Sequence[Case], names: Mapping[str, str]) -> Iterator[Duty]:
    demands = supplements.waiting_of(cases)
    for case in cases:
        demand = demands.get(case.pk)
        until = f"{filters.date_ko(demand.due_on, year=False)}까지 내면 돼요" if demand else ""
        title = f"{names.get(case.service_id, '')}에 고칠 곳이 있어요"
        yield Duty(title, until, "고치기", reverse("portal:case", args=[case.pk]))


def _to_pay(tax: LicenceTax, names: Mapping[str, str]) -> Duty:
    then = "담당자가 확인하면 신고증을 드려요" if tax.state == "by_hand" else "내면 바로 신고증을 드려요"
    return Duty(
        f"{names.get(tax.case.service_id, '')} 등록면허세를 내 주세요",
        f"{filters.won(tax.won)} · {then}",
        "내는 방법 보기",
        reverse("portal:case", args=[tax.case_id]),
    )


def _to_pay_fee(order: FeeOrder, names: Mapping[str, str]) -> Duty:
    then = "내면 바로 문서를 드려요" if order.case.state == "awaiting_fee" else "내지 않아도 민원은 처리해요"
    return Duty(
        f"{names.get(order.case.service_id, '')} 수수료를 내 주세요",
        f"{filters.won(order.won)} · {then}",
        "수수료 내기",
        reverse("portal:fee", args=[order.case_id]),
    )


def _to_fetch(issued: IssuedCertificate) -> Duty:
    return Duty(
        f"{with_particle(certificate(issued.kind).title, '을')} 받아 주세요",
        f"{issued.licence.licence_no} · {filters.date_ko(issued.issued_at, year=False)}에 나왔어요",
        "내려받기",
        reverse("portal:certificate_file", args=[issued.case_id]),
    )


def _to_read(row: DisclosureRequest) -> Duty:
    return Duty(
        f"{KINDS[row.kind]}에 답이 왔어요",
        row.request_no,
        "문서 보기",
        reverse("portal:privacy_request", args=[row.pk]),
    )
