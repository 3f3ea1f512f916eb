"""Officers of the department that keeps a register, and what they type."""

import re
from typing import Any

from django.test import Client

from eok.accounts.models import Officer
from eok.accounts.roles import Role
from eok.licences.models import Licence
from tests import affairs
from tests.accounts.response import Response

SANITATION = "sanitation"
HEARD = {
    "heard": "hearing", "notified_on.year": "2026", "notified_on.month": "11", "notified_on.day": "2",
    "answer_by.year": "2026", "answer_by.month": "11", "answer_by.day": "16", "document_no": "위생과-1234",
    "heard_note": "", "reason": "유통기한이 지난 재료를 썼습니다.",
}  # fmt: skip
STOP = {
    **HEARD, "ground": "2", "from_on.year": "2026", "from_on.month": "12", "from_on.day": "1",
    "to_on.year": "2026", "to_on.month": "12", "to_on.day": "15",
}  # fmt: skip
REVOKE = {**HEARD, "ground": "0"}
STRIKE = {
    **HEARD, "ground": "0", "heard": "silent", "announced_on.year": "2026", "announced_on.month": "11",
    "announced_on.day": "3", "reason": "세무서가 사업자등록을 말소했습니다.",
}  # fmt: skip


def clerk() -> Officer:
    return affairs.officer(SANITATION, Role.OFFICER)


def head() -> Officer:
    """Who decides sanctions by the delegation table."""
    return affairs.officer(SANITATION, Role.OFFICER, Role.DEPARTMENT_HEAD)


def page(licence: Licence, verb: str = "") -> str:
    return f"/desk/licences/{licence.pk}/" + (f"acts/{verb}/" if verb else "")


def hidden(response: Response) -> dict[str, str]:
    """Hidden values of the page's form."""
    html = response.content.decode()
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', html))


def unmask(client: Client, licence: Licence) -> None:
    """가림 풀기 of one entry."""
    said = client.post(f"/desk/unmask/licence/{licence.pk}/", {"purpose": "review"})
    assert said.status_code == 302, said.content.decode()


def asked(client: Client, licence: Licence, verb: str) -> dict[str, str]:
    """Token and sequence of a fresh page; a correction is asked of uncovered values."""
    if verb == "corrected":
        unmask(client, licence)
    known = hidden(client.get(page(licence, verb)))
    return {"token": known["token"], "seen": known["seen"]}


def sure(client: Client, licence: Licence, verb: str, typed: dict[str, str]) -> Any:
    """Ask, look, confirm."""
    given = {**typed, **asked(client, licence, verb)}
    looked = client.post(page(licence, verb), given)
    assert looked.status_code == 200, looked.content.decode()
    return client.post(page(licence, verb), {**given, "sure": "1"})
