"""The words of the menus. A room that is not there (or not served by this process) is left out.

Addresses are those of DESIGN §4; nothing here imports a room.
"""

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.urls import get_urlconf, is_valid_path


@dataclass(frozen=True)
class Item:
    """One word of a menu."""

    label: str
    path: str
    also: tuple[str, ...] = ()
    """Other beginnings of addresses that belong to this word."""


SEARCH = Item("민원 찾기", "/search", ("/services/", "/events/", "/sectors/"))
RESIDENT = (
    SEARCH,
    Item("나의 민원", "/my/"),
    Item("진위확인", "/verify", ("/s",)),
    Item("상담·신고", "/consultations/"),
    Item("우리 동", "/boards/"),
)
DESK = (
    Item("할 일", "/desk/"),
    Item("결재", "/desk/approvals/"),
    Item("사건", "/desk/cases/", ("/desk/retention/",)),
    Item("대장", "/desk/licences/", ("/desk/books/",)),
    Item("수수료", "/desk/fees/"),
    Item("민원사무", "/desk/adopt/"),
    Item("현황", "/desk/overview/"),
)
FOOT = (
    Item("개인정보 처리방침", "/privacy"),
    Item("이용 안내", "/guide"),
    Item("접근성", "/accessibility"),
    Item("누리집 상태", "/status"),
    Item("민원통계", "/statistics/"),
    Item("기록 봉인", "/trail/"),
    Item("공개 API", "/api/"),
)


@cache
def _there(items: tuple[Item, ...], urlconf: str) -> tuple[Item, ...]:
    return tuple(item for item in items if is_valid_path(item.path, urlconf))


def shown(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The words whose page exists here."""
    return _there(items, get_urlconf() or settings.ROOT_URLCONF)


def here(items: tuple[Item, ...], path: str) -> Item | None:
    """The word the reader is under: the one with the longest matching beginning."""
    found = [(len(start), item) for item in items for start in (item.path, *item.also) if _under(path, start)]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _under(path: str, start: str) -> bool:
    return path.startswith(start) if start.endswith("/") else path == start or path.startswith(f"{start}/")
