"""Where a person pays in the demonstration. It looks like nobody's tax site on purpose."""

from datetime import date
from html import escape
from typing import Any
from urllib.parse import quote, urlsplit

from simulators.page import day, rows

STATES = {"pending": "내지 않음", "paid": "냄", "cancelled": "취소됨"}


def due(bill: dict[str, Any], back: str) -> str:
    """The bill with the button that pays it."""
    asked = bill["asked"]
    facts = rows(
        [
            ("전자납부번호", bill["bill_no"]),
            ("세목", "등록면허세(면허분)"),
            ("면허", f"{asked['licence']} · 제{asked['class']}종"),
            ("낼 금액", f"{asked['won']:,}원"),
            ("납부기한", day(date.fromisoformat(asked["due_on"]))),
        ]
    )
    form = (
        f'<form method="post" action="/pay/{quote(bill["bill_no"])}">'
        f'<input type="hidden" name="back" value="{escape(back)}">'
        f'<div class="actions"><button class="main">{asked["won"]:,}원 내기</button></div></form>'
    )
    note = '<p class="lead">돈은 나가지 않아요. 누르면 낸 것으로 적혀요.</p>'
    return f"<h1>시험용 세금 내기</h1>{note}{facts}{form}{_return(back)}"


def settled(bill: dict[str, Any], back: str) -> str:
    """What became of the bill."""
    if bill["state"] == "cancelled":
        return f"<h1>취소된 고지예요</h1><p>낼 것이 없어요.</p>{_return(back)}"
    facts = rows(
        [
            ("영수번호", bill["receipt_no"]),
            ("전자납부번호", bill["bill_no"]),
            ("낸 금액", f"{bill['asked']['won']:,}원"),
        ]
    )
    return (
        f"<h1>세금을 냈어요</h1>{facts}<p>민원센터가 납부를 확인하면 문자로 알려 드려요.</p>{_return(back)}"
    )


def overview(bills: list[dict[str, Any]]) -> str:
    """All bills, newest first."""
    if not bills:
        return "<p>아직 고지한 것이 없어요. 민원이 수리되면 여기에 나와요.</p>"
    return "<h2>고지</h2>" + "".join(_line(bill) for bill in reversed(bills))


def _line(bill: dict[str, Any]) -> str:
    asked, no = bill["asked"], escape(bill["bill_no"])
    return (
        f'<article><p><a href="/pay/{no}">{no}</a> · {STATES[bill["state"]]}</p>'
        f"<p>{escape(str(asked['licence']))} · {asked['won']:,}원 · {day(date.fromisoformat(asked['due_on']))}까지</p></article>"
    )


def _return(back: str) -> str:
    if urlsplit(back).scheme not in ("http", "https"):
        return ""
    return f'<p><a class="button" href="{escape(back)}">민원센터로 돌아가기</a></p>'
