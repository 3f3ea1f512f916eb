"""빈 서식: every caption, every choice, the papers and the place, tagged, for anybody."""

import io

import pikepdf
import pypdfium2
import pytest
from django.test import Client

from eok.catalogue import queries as catalogue
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]

SERVICES = (walking.MAIL_ORDER, walking.CLOSURE)


def blank(service: str) -> bytes:
    return Client().get(f"/services/{service}/form.pdf").content


def words(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pages)


@pytest.mark.parametrize("service_id", SERVICES)
def test_every_caption_choice_and_paper_stands_on_it(service_id: str) -> None:
    service, said = catalogue.get(service_id), words(blank(service_id))

    captions = [q for q in service.form.questions() if q.official]
    wanted = [
        service.form.title,
        f"[{service.form.number}]",
        service.form.declaration.ko,
        "(서명또는인)",
        "빈서식",
    ]
    wanted += [q.official or "" for q in captions] + [o.label.ko for q in captions for o in q.options]
    wanted += [paper.name.ko for paper in service.papers] + ["내는곳", "서초구청"]

    assert [one for one in wanted if "".join(one.split()) not in said] == []
    assert "√" not in said.replace("√표", "")


def test_it_is_tagged_and_says_its_language() -> None:
    pdf = pikepdf.open(io.BytesIO(blank(walking.MAIL_ORDER)))

    assert pdf.Root.MarkInfo.Marked and str(pdf.Root.Lang).startswith("ko")
    heads = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/TH"]
    assert len(heads) >= 6  # side heads, papers, where to bring it


def test_the_affairs_page_leads_to_it() -> None:
    page = walking.text(Client().get(f"/services/{walking.MAIL_ORDER}"))

    assert f'href="/services/{walking.MAIL_ORDER}/form.pdf"' in page and "빈 서식 내려받기(PDF)" in page


def test_no_such_affair_has_no_form() -> None:
    assert Client().get("/services/no-such-affair/form.pdf").status_code == 404
