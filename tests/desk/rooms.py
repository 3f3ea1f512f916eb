"""Officers who came in, and cases that wait for them."""

import re
from html import unescape
from uuid import UUID

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.test import Client

from eok.accounts import sessions
from eok.accounts.models import Officer
from eok.accounts.roles import Role
from eok.casework.models import Case
from tests import affairs
from tests.accounts.response import Response


def desk(officer: Officer) -> Client:
    """A browser in which this officer has come in."""
    client = Client()
    request = HttpRequest()
    request.session = SessionStore()
    sessions.enter_as_officer(request, officer)
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(request.session.session_key)
    return client


def unmasked(officer: Officer, case: Case) -> Client:
    """The same, after saying why the values of this case are needed in clear."""
    client = desk(officer)
    answer = client.post(f"/desk/unmask/case/{case.pk}/", {"purpose": "review"})
    assert answer.status_code == 302
    return client


def clerk() -> Officer:
    return affairs.officer("economy", Role.OFFICER)


def lead() -> Officer:
    return affairs.officer("economy", Role.TEAM_LEAD)


def accepted() -> Case:
    """통신판매업 신고 in work; its automatic checks have run."""
    return _at_work(affairs.mail_order(affairs.person()))


def accepted_with_paper() -> Case:
    """통신판매업 신고 in work with a file of one page."""
    filed = affairs.filed("mail-order-report", affairs.MAIL_ORDER, affairs.person(), look_up=False)
    return _at_work(Case.objects.get(application=filed))


def accepted_closure() -> Case:
    """식품 영업 폐업신고 in work."""
    return _at_work(affairs.closure(affairs.person()))


def _at_work(case: Case) -> Case:
    affairs.work()
    case.refresh_from_db()
    assert case.state == "accepted"
    return case


def page(case: Case, name: str = "") -> str:
    return f"/desk/cases/{case.pk}/{name}"


def state(case_id: UUID) -> str:
    return Case.objects.get(pk=case_id).state


def text(response: Response) -> str:
    """What stands on the page, without its markup."""
    html = re.sub(r"<(script|style)\b.*?</\1>", "", response.content.decode(), flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
