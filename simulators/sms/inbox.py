"""The page of received messages, newest first, per phone number."""

from datetime import datetime
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from simulators.page import day

STATES = {"delivered": "받음", "failed": "받지 못함"}
SEOUL = ZoneInfo("Asia/Seoul")
EMPTY = (
    "<p>아직 온 문자가 없어요. 누리집에서 신청하면 여기에 문자가 와요. "
    "실제 휴대전화로는 아무것도 보내지 않아요.</p>"
)


def page(messages: list[dict[str, Any]], to: str) -> str:
    """messages: oldest first, as stored. to: digits of one number, or empty for all."""
    newest = [m for m in reversed(messages) if not to or m["to"] == to]
    title = f"{spaced(to)}의 문자함" if to else "시험용 문자함"
    return f"<h1>{escape(title)}</h1>{_refresh(to)}{_boxes(newest, alone=bool(to)) if newest else EMPTY}"


def spaced(number: str) -> str:
    """01012345678 → 010-1234-5678."""
    return f"{number[:3]}-{number[3:-4]}-{number[-4:]}" if len(number) >= 10 else number


def _refresh(to: str) -> str:
    here = f"/?to={escape(to)}&amp;" if to else "/?"
    return f'<p><a href="{here}refresh=10">10초마다 새로 보기</a></p>'


def _boxes(newest: list[dict[str, Any]], *, alone: bool) -> str:
    numbers = list(dict.fromkeys(m["to"] for m in newest))
    return "".join(_box(number, [m for m in newest if m["to"] == number], alone) for number in numbers)


def _box(number: str, messages: list[dict[str, Any]], alone: bool) -> str:
    name = "" if alone else f'<h2><a href="/?to={escape(number)}">{escape(spaced(number))}</a></h2>'
    return f"{name}<p>{len(messages)}통</p>" + "".join(_message(m) for m in messages)


def _message(message: dict[str, Any]) -> str:
    at = datetime.fromisoformat(message["accepted_at"]).astimezone(SEOUL)
    state = STATES[message["state"]] + (f" · {message['reason']}" if message["reason"] else "")
    return (
        f'<article id="{escape(message["provider_id"])}">'
        f'<p><time datetime="{at.isoformat()}">{day(at.date())} {at:%H시 %M분}</time> · {escape(state)}</p>'
        f"<p>{escape(message['text'])}</p></article>"
    )
