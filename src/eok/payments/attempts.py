"""The one table of a visit to the gateway: what may be heard in each state, and what it makes of it. Pure.

Confirmation, webhook and polling may come in any order, twice, late or never, and all end here as the same few words;
so the order in which they come can't change the end. What took money is never forgotten: `paid` and `odd` are left by
nothing.
"""

from enum import StrEnum

from eok.linkage.ports import PaymentState

STATES = {
    "prepared": "준비",
    "opened": "결제창 열림",
    "returned": "동의하고 돌아옴",
    "unknown": "확인 중",
    "paid": "냄",
    "odd": "금액이 다름",
    "refused": "거절됨",
    "left": "그만둠",
    "expired": "시간 지남",
}
HANGING = ("prepared", "opened", "returned", "unknown")
"""Something may still come of it: the sweeper asks."""
BUSY = ("returned", "unknown")
"""Money may be moving: no second visit meanwhile."""
ENDED_UNPAID = ("refused", "left", "expired")


class News(StrEnum):
    """What was heard of a visit."""

    OPENED = "opened"
    """The gateway has it."""
    AGREED = "agreed"
    """The browser came back from the gateway, saying yes."""
    LEFT = "left"
    """The browser came back, saying no."""
    SILENT = "silent"
    """We asked for the money and heard nothing."""
    REFUSED = "refused"
    """The gateway said no to our confirmation, or gave it up."""
    TOOK = "took"
    """The gateway took the money that was owed."""
    TOOK_OTHER = "took_other"
    """It took another amount."""
    WAITING = "waiting"
    """The gateway has it and took nothing."""
    EXPIRED = "expired"
    ABSENT = "absent"
    """The gateway does not know it."""


_FOLLOWS: dict[News, dict[str, str]] = {
    News.OPENED: {"prepared": "opened"},
    News.AGREED: dict.fromkeys(("prepared", "opened", "left", "expired"), "returned"),
    News.LEFT: {"prepared": "left", "opened": "left"},
    News.SILENT: {"returned": "unknown"},
    News.REFUSED: dict.fromkeys((*HANGING, "left", "expired"), "refused"),
    News.TOOK: {state: "paid" for state in STATES if state not in ("paid", "odd")},
    News.TOOK_OTHER: {state: "odd" for state in STATES if state not in ("paid", "odd")},
    News.WAITING: {},
    News.EXPIRED: dict.fromkeys(HANGING, "expired"),
    News.ABSENT: dict.fromkeys(HANGING, "expired"),
}


def after(state: str, news: News) -> str:
    """The state a visit is in when this was heard."""
    return _FOLLOWS[news].get(state, state)


def news_of(state: PaymentState, *, said_won: int, owed_won: int) -> News:
    """The gateway's answer as news. said_won: what it says it took."""
    if state.took_money:
        return News.TOOK if said_won == owed_won else News.TOOK_OTHER
    return {
        PaymentState.ABORTED: News.REFUSED,
        PaymentState.EXPIRED: News.EXPIRED,
    }.get(state, News.WAITING)
