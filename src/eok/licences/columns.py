"""The columns of the register books: what each is called, whose it is, how long it may be, how lists mask it.

All values lie encrypted under the entry's own key. What says something about a natural person is `personal`
(개인정보 보호법 §2) and masked in lists; the business itself (상호, 소재지 …) is what the register is kept for.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from eok.core import pii


@dataclass(frozen=True)
class Column:
    caption: str
    privacy: Literal["public", "personal"] = "public"
    max_length: int = 120
    mask: Callable[[str], str] = str


COLUMNS: Mapping[str, Column] = {
    "name": Column("상호", max_length=60),
    "holder": Column("명의자", "personal", 60, pii.mask_name),
    "representative": Column("대표자", "personal", 60, pii.mask_name),
    "birth_date": Column("생년월일", "personal", 20, lambda value: pii.mask_number(value, shown=4)),
    "business_no": Column("사업자등록번호", max_length=12),
    "corporation_no": Column("법인등록번호", max_length=14),
    "kind": Column("영업의 종류", max_length=60),
    "premises": Column("소재지", max_length=200),
    "phone": Column("전화", "personal", 20, pii.mask_phone),
    "email": Column("전자우편", "personal", 120, pii.mask_email),
    "domain": Column("인터넷도메인", max_length=200),
    "host_server": Column("호스트서버 소재지"),
    "sales_methods": Column("판매방식", max_length=200),
    "goods": Column("취급품목", max_length=200),
    "area": Column("영업장 면적", max_length=40),
    "closed_on": Column("폐업일", max_length=20),
    "licence_no": Column("번호", max_length=60),
    "conditions": Column("조건·비고", max_length=300),
}


def caption(column: str) -> str:
    return COLUMNS[column].caption if column in COLUMNS else column


def masked(content: Mapping[str, str]) -> dict[str, str]:
    """For lists: personal values hidden, an unknown column hidden whole."""
    return {key: COLUMNS[key].mask(value) if key in COLUMNS else pii.HIDDEN for key, value in content.items()}
