"""Drafts whose answers call for a paper, and files to put up."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from eok.applications.models import Draft
from tests import affairs
from tests.portal import walking

PREPAID = {"prepaid": "yes", "safety_service": "escrow", "escrow_through": "direct"}
FIELD = "file-safety-certificate"

EMPTY = ("빈파일.pdf", b"", "내용이 없는 빈 파일(0바이트)입니다.")
PROGRAM = ("확인증.pdf", b"MZ\x90\x00" + bytes(4000), "PDF나 사진(JPG, PNG, HEIC)이 아닙니다.")
RENAMED = ("확인증.jpg", affairs.PDF, "파일 이름의 끝과 실제 내용이 다릅니다.")
LARGE = ("큰파일.pdf", affairs.PDF + bytes(21 * 1024 * 1024), "파일이 21MB로 너무 큽니다.")
BROKEN = ("깨진.pdf", b"%PDF-1.7\nnothing", "PDF를 열 수 없습니다.")
BAD = [EMPTY, PROGRAM, RENAMED, LARGE, BROKEN]
"""Name, bytes and sentence of files that cannot be taken."""


def prepaid(client: Client) -> Draft:
    """Money first: the safety certificate is needed."""
    draft = walking.begun(client)
    for page in ("applicant", "business", "selling"):
        walking.sent(client, draft, page)
    url = walking.page_url(draft, "payment")
    response = client.get(url)
    while response.status_code == 200:
        response = client.post(url, {**walking.hidden(response), **PREPAID, "do": "next"})
    assert response["Location"].endswith("/papers/"), response["Location"]
    return draft


def pdf(name: str = "확인증.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, affairs.PDF, "application/pdf")


def papers(draft: Draft) -> str:
    return f"/drafts/{draft.pk}/papers/"
