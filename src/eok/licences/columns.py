"""The columns of the register books: what each is called, whose it is, how long it may be, how it is hidden.

All values lie encrypted under the entry's own key. What may say something about a natural person has a kind of
`core/pii.py` (개인정보 보호법 §2) and is hidden on screens; a one-man business lives where its owner does.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from eok.core.pii import HIDDEN, Kind, Known, Veil


@dataclass(frozen=True)
class Column:
    caption: str
    kind: Kind | None = None
    max_length: int = 120


COLUMNS: Mapping[str, Column] = {
    "name": Column("상호", max_length=60),
    "holder": Column("명의자", Kind.NAME, 60),
    "representative": Column("대표자", Kind.NAME, 60),
    "birth_date": Column("생년월일", Kind.BIRTH, 20),
    "business_no": Column("사업자등록번호", Kind.BUSINESS_NO, 12),
    "corporation_no": Column("법인등록번호", Kind.BUSINESS_NO, 14),
    "kind": Column("영업의 종류", max_length=60),
    "premises": Column("소재지", Kind.ADDRESS, 200),
    "phone": Column("전화", Kind.PHONE, 20),
    "email": Column("전자우편", Kind.EMAIL, 120),
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


def veil(content: Mapping[str, str], *, lifted: bool = False) -> Veil:
    """Over what is known of an entry's people."""
    known = (Known(c.kind, content[key]) for key, c in COLUMNS.items() if c.kind and content.get(key))
    return Veil(tuple(known), lifted)


def shown(content: Mapping[str, str], over: Veil) -> dict[str, str]:
    """As a screen may show it; a column the house does not know is hidden whole."""
    return {key: _shown(key, value, over) for key, value in content.items()}


def _shown(key: str, value: str, over: Veil) -> str:
    if key in COLUMNS:
        return over.value(COLUMNS[key].kind, value)
    return value if over.lifted else HIDDEN
