"""What can be shown in clear, by the kind and key in the address: a case, an entry of the register, a list."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from eok.accounts.roles import Role
from eok.core.errors import NotFoundError
from eok.desk import entrypage
from eok.desk.finding import case_of, officer_of, require_role
from eok.privacy import queries as privacy

LISTS = {"worklist": "desk:worklist", "cases": "desk:cases", "licences": "desk:licences"}
"""Lists that can be saved with names in clear, and their pages."""
LIST_NAMES = {"worklist": "할 일 목록", "cases": "사건 목록", "licences": "대장 목록"}
NOWHERE = "가림을 풀 것을 찾을 수 없습니다. 아무것도 보이지 않았습니다. 사건이나 대장에서 다시 눌러 주세요."


@dataclass(frozen=True)
class Unmaskable:
    """One thing whose personal values are hidden."""

    kind: str
    key: str
    subject: str
    """As the read log names it."""
    title: str
    back: str
    """Its page."""

    @property
    def url(self) -> str:
        return reverse("desk:unmask", args=[self.kind, self.key])


def find(request: HttpRequest, kind: str, key: str) -> Unmaskable:
    """Raises NotFoundError, also for a case or an entry of another department."""
    officer = officer_of(request)
    if kind == "case":
        case = case_of(officer, _uuid(key))
        number = case.case_no or case.application.application_no
        return Unmaskable(
            kind, key, f"case:{case.pk}", f"사건 {number}", reverse("desk:case", args=[case.pk])
        )
    if kind == "licence":
        entry = entrypage.entry_of(officer, _uuid(key))
        back = reverse("desk:licence", args=[entry.pk])
        return Unmaskable(kind, key, f"licence:{entry.pk}", f"대장 {entry.licence_no}", back)
    if kind == "demand":
        require_role(officer, Role.PRIVACY)
        row = privacy.get(_uuid(key))
        back = reverse("desk:demand", args=[row.pk])
        return Unmaskable(kind, key, f"disclosure:{row.pk}", f"개인정보 요구 {row.request_no}", back)
    if kind == "list" and key in LISTS:
        return Unmaskable(kind, key, f"list:{key}", LIST_NAMES[key], reverse(LISTS[key]))
    raise NotFoundError(NOWHERE)


def _uuid(key: str) -> UUID:
    try:
        return UUID(key)
    except ValueError:
        raise NotFoundError(NOWHERE) from None
