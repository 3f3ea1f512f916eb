"""End what points at the payer's bill or visit, with the case; class, amounts and days stay (개인정보 보호법 §21)."""

from eok.core.retention import Gone
from eok.payments.models import ClosureHandOver, FeeAttempt, FeeOrder, LicenceTax, Settlement


def end(case_id: str) -> Gone:
    """In the caller's transaction; harmless a second time."""
    owed = LicenceTax.objects.filter(case_id=case_id).exclude(bill_no="", receipt_no="", notified_no="")
    bills = [bill for bill in owed.values_list("bill_no", flat=True) if bill]
    heard, _ = Settlement.objects.filter(bill_no__in=bills).delete()
    emptied = owed.update(bill_no="", pay_url="", receipt_no="", notified_no="")
    visits = FeeAttempt.objects.filter(order__case_id=case_id).exclude(payment_key="", checkout_url="")
    left = visits.update(payment_key="", checkout_url="", method="")
    orders = FeeOrder.objects.filter(case_id=case_id).exclude(outside_no="", place="")
    left += orders.update(outside_no="", place="")
    sent = ClosureHandOver.objects.filter(case_id=case_id).exclude(notice_no="").update(notice_no="")
    return Gone(rows=heard + emptied + left + sent)
