"""The checkout of the demonstration. It looks like nobody's payment page on purpose."""

from html import escape

from simulators.page import rows
from simulators.payments.ledger import Payment

STATES = {
    "READY": "동의 기다림",
    "IN_PROGRESS": "동의함(아직 빠져나가지 않음)",
    "DONE": "냄",
    "PARTIAL_CANCELED": "일부 돌려줌",
    "CANCELED": "모두 돌려줌",
    "ABORTED": "거절됨",
    "EXPIRED": "시간 지남",
}


def checkout(payment: Payment) -> str:
    """What is paid, with a button for each way it can end."""
    facts = rows([("무엇", str(payment["orderName"])), ("낼 금액", f"{payment['totalAmount']:,}원"),
                  ("주문번호", str(payment["orderId"]))])  # fmt: skip
    if payment["status"] != "READY":
        return f"<h1>지금은 낼 수 없어요</h1>{facts}<p>상태: {STATES[payment['status']]}</p>"
    return (
        '<h1>시험용 결제</h1><p class="lead">돈은 나가지 않아요. 카드 번호를 적지 마세요.</p>'
        f'{facts}<form method="post"><div class="actions">'
        f'<button class="main" name="do" value="pay">{payment["totalAmount"]:,}원 결제하기</button>'
        '<button name="do" value="leave">취소하고 돌아가기</button>'
        "</div></form>"
    )


def overview(payments: list[Payment]) -> str:
    """All payments, newest first."""
    if not payments:
        return "<p>아직 결제가 없어요. 민원센터에서 수수료를 내면 여기에 나와요.</p>"
    return "<h2>결제</h2>" + "".join(_line(payment) for payment in reversed(payments))


def _line(payment: Payment) -> str:
    given = sum(one["cancelAmount"] for one in payment["cancels"] or [])
    back = f" · 돌려준 돈 {given:,}원" if given else ""
    return (
        f"<article><p>{escape(str(payment['orderId']))} · {STATES[payment['status']]}</p>"
        f"<p>{escape(str(payment['orderName']))} · {payment['totalAmount']:,}원{back}</p></article>"
    )
