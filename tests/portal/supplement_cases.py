"""Cases in which an officer asked for something, and what a resident sends in answer."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from eok.accounts.models import Person
from eok.casework.actions.request_supplement import request_supplement
from eok.casework.models import Case
from eok.casework.supplements import Wanted
from eok.core import clock
from eok.papers import queries as papers
from eok.papers.models import Upload
from tests import affairs
from tests.portal import walking

NAME = Wanted("question", "trade_name", "상호", "사업자등록증의 상호와 달라요.")
PREPAID = Wanted("question", "prepaid", "물건값을 먼저 받나요?", "판매 화면에는 먼저 받는다고 적혀 있어요.")
PAPER = Wanted("paper", "business-registration", "사업자등록증명", "아래쪽이 잘렸어요.")
FILE = "file-business-registration"


def asked(person: Person, *wanted: Wanted) -> Case:
    """A case in which the officer asked for these; papers were given as files, so that one may be asked again."""
    officer = affairs.officer("economy")
    application = affairs.filed(walking.MAIL_ORDER, affairs.MAIL_ORDER, person, look_up=False)
    case = Case.objects.get(application=application)
    affairs.work()
    with clock.freeze(clock.now() + timedelta(minutes=10)):
        request_supplement(case_id=case.pk, wanted=list(wanted), days=7, by=officer)
    return Case.objects.get(pk=case.pk)


def url(case: Case) -> str:
    return f"/my/cases/{case.pk}/supplement/"


def mine(person: Person) -> set[str]:
    """Names of the person's files that were taken in for the supplement."""
    rows = Upload.objects.filter(owner=f"person:{person.pk}")
    return {papers.name(row) for row in rows} & {"증명.pdf", "첫째.pdf", "남의것.pdf", "프로그램.pdf"}


def pdf(name: str = "증명.pdf", content: bytes = affairs.PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)
