"""Ask the tax office for a bill of the licence tax."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction

from eok.applications import drafts
from eok.casework import grants
from eok.casework.events import CaseGranted
from eok.casework.models import Case
from eok.core import clock, events, outbox
from eok.forms import display
from eok.licences import queries as licences
from eok.linkage import registry
from eok.linkage.ports import LicenceEvent, LicenceNotice, TaxBill, TaxDemand
from eok.offices import queries as offices
from eok.payments.events import TaxDemanded
from eok.payments.models import LicenceTax
from eok.rules.licence_tax import licence_tax

DEMAND_JOB = "payments.demand"
NOTICE_JOB = "payments.tell_tax_office"
DUE_DAYS = 30
"""The law names no day but "before the certificate" (지방세법 §35①); a bill carries one, ours is 30 days."""


def demand_licence_tax(event: CaseGranted) -> None:
    """`later` reaction: what is owed, by rule and the district's class (지방세법 §34①③)."""
    if not event.licence_tax:
        return
    case = Case.objects.select_related("application__version").get(pk=event.case_id)
    class_no = offices.licence_tax_class(case.service_id)
    if class_no is None:
        return
    row, _ = LicenceTax.objects.get_or_create(
        case=case,
        defaults={
            "class_no": class_no,
            "won": licence_tax(class_no, offices.tax_place()).won,
            "due_on": clock.seoul_now().date() + timedelta(days=DUE_DAYS),
        },
    )
    outbox.enqueue(DEMAND_JOB, {"case_id": str(case.pk)}, key=str(case.pk))
    outbox.enqueue(NOTICE_JOB, {"case_id": str(case.pk)}, key=str(case.pk))


@outbox.job(DEMAND_JOB, outside=True)
def demand(payload: Mapping[str, Any]) -> None:
    """The same key gives the same bill, so trying again is safe."""
    row = LicenceTax.objects.select_related("case__application__version").get(case_id=payload["case_id"])
    if row.state == "to_demand":
        _note(row.pk, registry.port("tax_office").demand(_demand_of(row)))


@outbox.job(NOTICE_JOB, outside=True)
def tell_tax_office(payload: Mapping[str, Any]) -> None:
    """Tell of the licence before its certificate is handed over (지방세법 §38의2①)."""
    row = LicenceTax.objects.select_related("case__application__version").get(case_id=payload["case_id"])
    if row.notified_no:
        return
    receipt = registry.port("tax_office").notify_licence(_notice_of(row))
    with transaction.atomic():
        number = receipt.notice_no or ("손으로" if receipt.by_hand else "")
        LicenceTax.objects.filter(pk=row.pk).update(notified_no=number)


def _demand_of(row: LicenceTax) -> TaxDemand:
    who = payer_of(row.case)
    return TaxDemand(
        key=str(row.case_id),
        payer_name=who["name"],
        payer_id_hint=who["id_hint"],
        licence=grants.service_of(row.case).name.ko,
        class_=row.class_no,
        won=row.won,
        due_on=row.due_on,
        place=who["place"],
    )


def _notice_of(row: LicenceTax) -> LicenceNotice:
    who = payer_of(row.case)
    licence = licences.of_origin(f"case:{row.case_id}")
    return LicenceNotice(
        key=f"{row.case_id}:granted",
        event=LicenceEvent.GRANTED,
        licence=grants.service_of(row.case).name.ko,
        licence_no=licence.licence_no if licence else str(row.case),
        class_=row.class_no,
        holder_name=who["name"],
        holder_id_hint=who["id_hint"],
        place=who["place"],
        on=clock.seoul_now().date(),
    )


def payer_of(case: Case) -> dict[str, str]:
    """Who owes, and the place that says to which tax office (지방세법 §25②), by the answers in force."""
    applicant, answers = drafts.read_filed(case.application).applicant, grants.answers_of(case)
    shown = display.plain(grants.service_of(case), answers)
    return {
        "name": str(applicant.get("name", "")),
        "id_hint": str(answers.get("business_no") or applicant.get("birth_date") or ""),
        "place": shown.get("address", ""),
    }


@transaction.atomic
def _note(pk: int, bill: TaxBill) -> None:
    row = LicenceTax.objects.select_for_update().get(pk=pk)
    if row.state != "to_demand":
        return
    row.state = "by_hand" if bill.by_hand else "demanded"
    row.bill_no, row.pay_url = bill.bill_no or "", bill.pay_url or ""
    row.demanded_at = clock.now()
    row.save(update_fields=["state", "bill_no", "pay_url", "demanded_at"])
    events.publish(TaxDemanded(str(row.case_id), row.won, row.bill_no))
