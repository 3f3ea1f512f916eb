"""A filing of years ago is shown with the words it was filed on, whatever the file says today (행정기본법 §14②)."""

import hashlib
import io
from html import unescape

import pypdfium2
import pytest

from eok.applications.models import Application
from eok.casework import documents
from eok.casework.models import Case
from eok.catalogue.actions.pin import read_version
from eok.catalogue.models import CatalogueVersion
from eok.core import clock
from eok.forms.fields import draw_page
from eok.forms.official import official_form
from eok.krds import jinja
from tests import affairs
from tests.catalogue.stored import Golden, golden
from tests.desk import rooms
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]

ANSWERS = {"mail-order-report": affairs.MAIL_ORDER, "food-business-closure": affairs.CLOSURE}
TITLE, DECLARATION = "그때의 신고서", "그때의 다짐을 합니다."
every_version = pytest.mark.parametrize("stored", golden(), ids=str)


def older(stored: Golden) -> CatalogueVersion:
    """The stored version as a row, with a title and a declaration no file has today."""
    text = stored.text.replace(stored.said("form", "title"), TITLE)
    text = text.replace(stored.said("form", "declaration", "ko"), DECLARATION)
    assert text != stored.text
    digest = hashlib.sha256(text.encode()).hexdigest()
    return CatalogueVersion.objects.create(
        service=stored.name, digest=digest, format=stored.format, content=text, first_used_at=clock.now()
    )


def filed_on(version: CatalogueVersion) -> Case:
    """A case whose application was filed on that version."""
    application = affairs.filed(version.service, ANSWERS[version.service], affairs.person())
    Application.objects.filter(pk=application.pk).update(version=version)
    affairs.work()
    return Case.objects.get(application=application)


@every_version
def test_every_page_asks_in_the_stored_words(stored: Golden) -> None:
    service = stored.read()

    for number, page in enumerate(service.form.pages):
        drawn = draw_page(service, page, ANSWERS[stored.name])
        html = unescape(jinja.shared().get_template("forms/page.html").render(drawn=drawn, reveal_url="/"))

        labels = [q["label"]["ko"] for q in stored.said("form", "pages", number, "questions")]
        shown = {q.field.label for q in drawn.questions}
        assert shown and shown <= set(labels)
        assert all(label in html for label in shown)


@every_version
def test_the_official_form_has_every_stored_caption(stored: Golden) -> None:
    form = official_form(stored.read(), ANSWERS[stored.name])

    captions = {cell.caption for group in form.groups for row in group.rows for cell in row}
    asked = [q for page in stored.said("form", "pages") for q in page["questions"]]
    assert captions == {q["official"] for q in asked if "official" in q}
    assert form.declaration == stored.said("form", "declaration", "ko")


@every_version
def test_the_paper_says_what_was_declared_then(stored: Golden) -> None:
    case = filed_on(older(stored))

    paper = _text(documents.form_as_filed(case.application))

    assert "".join(TITLE.split()) in paper
    assert "".join(DECLARATION.split()) in paper


@every_version
def test_the_case_is_shown_at_the_desk_and_to_its_resident(stored: Golden) -> None:
    version = older(stored)
    case = filed_on(version)
    officer = affairs.officer(case.department)

    at_the_desk = rooms.desk(officer).get(f"/desk/cases/{case.pk}/")
    at_home = walking.signed_in(case.application.person)[0].get(f"/my/cases/{case.pk}/")

    assert read_version(version).form.title == TITLE
    assert (at_the_desk.status_code, at_home.status_code) == (200, 200)


def _text(pdf: bytes) -> str:
    """Everything on the paper, without blanks."""
    pages = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pages)
