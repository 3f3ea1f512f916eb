"""Make the certificate of a granted case: facts, seal, sheet, signature, row (민원처리법 §27④)."""

from django.conf import settings
from django.db import transaction

from eok.applications import drafts
from eok.casework.events import IssueReady
from eok.casework.models import Case
from eok.certificates import document_no
from eok.certificates.events import CertificateIssued
from eok.certificates.models import IssuedCertificate
from eok.certificates.render import Facts, Office, Rendition, compose, draw
from eok.certificates.values import by_office
from eok.core import clock, events, sealed
from eok.core.keys import keyring
from eok.core.outbox.worker import PermanentError
from eok.licences import held
from eok.licences import queries as licences
from eok.licences.models import Licence
from eok.offices import queries as offices
from eok.papers.actions.store import store_own


def issue(event: IssueReady) -> None:
    """`later` reaction. Drawing and signing first, in no transaction; then one short one."""
    if not event.certificate or IssuedCertificate.objects.filter(case_id=event.case_id).exists():
        return
    case = Case.objects.select_related("application__version").get(pk=event.case_id)
    licence = licences.of_origin(f"case:{case.pk}")
    if licence is None:
        raise PermanentError("대장에 올라가지 않은 증명서는 만들 수 없습니다")
    facts = facts_of(case, licence)
    composed = compose(event.certificate, facts)
    pdf = draw(composed, Rendition.ELECTRONIC, office(), at=facts.issued_at)
    file = store_own(name=f"{event.certificate}.pdf", content=pdf, owner=f"case:{case.pk}")
    row = IssuedCertificate(
        case=case,
        licence=licence,
        kind=event.certificate,
        document_no=facts.document_no,
        issued_at=facts.issued_at,
        seal=composed.seal,
        file=file,
        demonstration=keyring().is_demonstration,
    )
    row.facts = sealed.seal(
        bytes(case.wrapped_key), _plain(facts), context=f"certificate:{facts.document_no}"
    )
    with transaction.atomic():
        row.state = licences.paper_state(held.locked(licence.pk), f"case:{case.pk}")
        row.save(force_insert=True)
        events.publish(CertificateIssued(str(case.pk), facts.document_no))


def facts_of(case: Case, licence: Licence) -> Facts:
    """The certificate's values: the register's columns, and what only the filing knows."""
    person = drafts.read_filed(case.application).applicant
    columns = licences.content(licence)
    return Facts(
        number=licence.licence_no.removeprefix("제").removesuffix("호"),
        document_no=document_no.new(),
        values={
            **columns,
            **by_office(str(person.get("birth_date") or ""), licence.opened_on),
        },
        issued_at=clock.now(),
        issuer=offices.district().head_title,
    )


def office() -> Office:
    """Whom the foot of the paper names."""
    district = offices.district()
    return Office(settings.EOK_BASE_URL, f"{district.office_name} {district.phone}({district.hours})")


def _plain(facts: Facts) -> dict[str, object]:
    return {"number": facts.number, "values": dict(facts.values), "issuer": facts.issuer}
