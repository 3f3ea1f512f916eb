"""Reads of issued certificates."""

from collections.abc import Iterable

from eok.accounts.models import Person
from eok.casework.models import Case
from eok.certificates.models import IssuedCertificate, Print
from eok.certificates.render import Facts
from eok.core import sealed
from eok.core.keyed import Key
from eok.papers import queries as papers
from eok.trail import queries as trail


def of_case(case: Case) -> IssuedCertificate | None:
    return IssuedCertificate.objects.select_related("case", "licence", "file").filter(case=case).first()


def of_licence(licence_id: Key) -> list[IssuedCertificate]:
    """Every paper of an entry, newest first."""
    rows = IssuedCertificate.objects.filter(licence_id=licence_id).select_related("case")
    return list(rows.order_by("-issued_at"))


def of_person(person: Person) -> list[IssuedCertificate]:
    """Newest first; without those whose content is gone with their case."""
    rows = IssuedCertificate.objects.filter(case__application__person=person).exclude(facts=b"")
    return list(rows.select_related("case__application__version", "licence", "file").order_by("-issued_at"))


def not_fetched(certificates: Iterable[IssuedCertificate]) -> list[IssuedCertificate]:
    """Those in force that their holder neither saved nor printed yet."""
    valid = [one for one in certificates if one.state == "valid"]
    saved = trail.looked_at((one.trail_subject for one in valid), reader_kind="resident")
    printed = set(Print.objects.filter(certificate__in=valid).values_list("certificate_id", flat=True))
    return [one for one in valid if one.trail_subject not in saved and one.pk not in printed]


def by_number(number: str) -> IssuedCertificate | None:
    """number: 16 digits, already parsed."""
    rows = IssuedCertificate.objects.select_related("case", "licence", "file")
    return rows.filter(document_no=number).first()


def electronic(certificate: IssuedCertificate) -> bytes:
    """The signed electronic document."""
    return papers.content(certificate.file)


def facts(certificate: IssuedCertificate) -> Facts:
    """What the certificate says, decrypted."""
    context = f"certificate:{certificate.document_no}"
    value = sealed.unseal(certificate.case.wrapped_key, certificate.facts, context=context)
    return Facts(
        number=value["number"],
        document_no=certificate.document_no,
        values=value["values"],
        issued_at=certificate.issued_at,
        issuer=value["issuer"],
    )
