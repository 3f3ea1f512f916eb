"""The two questions of 진위확인, asked alike by the page and by the interface for programs."""

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from eok.accounts import throttle
from eok.accounts.records import address_of
from eok.certificates import authority, document_no
from eok.core.errors import InvalidError
from eok.core.keys import keyring
from eok.verification import offline, standing
from eok.verification.standing import Standing

MAX_BYTES = 20 * 1024 * 1024
FREE_TRIES = 30
"""Numbers one address may ask for before it has to wait."""


def about_number(request: HttpRequest, typed: str) -> Standing | None:
    """What the register says of a number; personal values masked. None: not issued by us.

    Raises TooManyAttemptsError, DocumentNoError.
    """
    throttle.attempt(_door(request))
    return standing.of_number(document_no.parse(typed))


def about_file(file: "UploadedFile[bytes]") -> tuple[offline.Report, Standing | None]:
    """What a file says by itself, and what the register says when it is whole. Raises InvalidError."""
    if (file.size or 0) > MAX_BYTES:
        raise InvalidError(
            "파일이 20MB를 넘습니다. 확인하지 않았습니다. 받은 PDF 그대로 골라 주세요.", "file"
        )
    report = offline.verify_file(file.read(), authority.published_keys())
    return report, standing_of(report)


def standing_of(report: offline.Report) -> Standing | None:
    """The register's word on a document that proved whole; who holds it may read all of it."""
    number = str(report.document.get("document_no", "")).replace("-", "")
    return standing.of_number(number, whole=True) if number and report.valid else None


def _door(request: HttpRequest) -> throttle.Door:
    """One address asking many numbers is slowed down, never shut out."""
    address = address_of(request)
    return throttle.Door(keyring().digest("throttle", f"verify|{address}"), free=FREE_TRIES)
