"""Drafts whose answers call for a paper, and files to put up."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from eok.applications.models import Draft
from tests import affairs
from tests.portal import walking

PREPAID = {"prepaid": "yes", "safety_service": "escrow", "escrow_through": "direct"}
FIELD = "file-safety-certificate"


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
