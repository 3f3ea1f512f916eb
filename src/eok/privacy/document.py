"""The answer as a document: tagged PDF with what was asked, why something is left out, and where to object.

개인정보 보호법 시행령 §41⑤, §42①② and §43③ name forms set by a notice of the commission (고시) that was not at hand: the
layout is the house's letter, the contents are what the decree lists (미확인: the form's own layout).
"""

from dataclasses import dataclass

from eok.accounts import queries as accounts
from eok.accounts.models import Officer
from eok.core import clock
from eok.core.keys import keyring
from eok.krds import filters
from eok.krds.citations import law_ko
from eok.offices import queries as offices
from eok.papers import fonts
from eok.papers.typeset_notice import Notice, notice
from eok.privacy import holdings, record
from eok.privacy.kinds import KINDS, RECEIVE, REMEDIES, SCOPES, Ground
from eok.privacy.models import DisclosureRequest

TITLES = {"answered": "알림", "partly": "일부 알림", "refused": "거절 알림"}
OPENINGS = {
    "answered": "요구하신 것을 아래와 같이 알려 드립니다.",
    "partly": "요구하신 것 가운데 아래 것을 알려 드리고, 나머지는 아래 이유로 알려 드리지 못합니다.",
    "refused": "요구하신 것을 아래 이유로 들어 드리지 못함을 알려 드립니다.",
}


@dataclass(frozen=True)
class Told:
    """What the document tells."""

    state: str
    scope: tuple[str, ...]
    reason: str
    ground: Ground | None


def draw(row: DisclosureRequest, told: Told, by: Officer) -> bytes:
    """The PDF. Raises TypesetError."""
    district, demand = offices.district(), record.demand_of(row)
    return notice(
        Notice(
            office=district.name,
            recipient=fonts.substituted(accounts.profile(row.person).name),
            title=f"{KINDS[row.kind]} {TITLES[told.state]}",
            opening=OPENINGS[told.state],
            facts=(
                ("요구 번호", row.request_no),
                ("받은 날", filters.date_ko(row.received_at)),
                ("요구한 것", ", ".join(SCOPES[s] for s in demand.scope) or fonts.substituted(demand.words)),
                ("받는 방법", RECEIVE[demand.receive]),
            ),
            contact=_contact(by),
            number=row.request_no,
            issued_at=clock.now(),
            issuer=district.head_title,
            sample=keyring().is_demonstration,
            reasons=_reasons(told),
            remedies=REMEDIES,
            sections=_sections(row, told),
        )
    )


def _reasons(told: Told) -> tuple[str, ...]:
    if told.ground is None:
        return ()
    return (f"{told.ground.text} ({law_ko(told.ground.law)})", fonts.substituted(told.reason))


def _sections(row: DisclosureRequest, told: Told) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if row.kind != "access" and told.ground is None:
        return (("처리한 내용", (fonts.substituted(told.reason),)),)
    return tuple(
        (SCOPES[scope], tuple(fonts.substituted(line) for line in holdings.lines(row.person, scope)))
        for scope in told.scope
    )


def _contact(by: Officer) -> str:
    department = offices.department(by.department, on=clock.seoul_now().date())
    return f"{department.name} {by} {by.phone or department.phone}"
