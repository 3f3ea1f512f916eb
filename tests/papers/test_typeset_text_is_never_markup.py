"""What a person typed is printed as typed: no sign of it is read as markup, code or JSON."""

from dataclasses import replace

import pypdfium2
import pytest

from eok.papers.typeset_receipt import receipt
from tests.papers.test_typeset_structure import RECEIPT

HOSTILE = (
    "#panic()",
    '"); #read("/certificates/mail-order-certificate.yaml") //',
    "*굵게* _기울임_ = 제목",
    "$x^2$ `code` <label> @ref",
    "\\u{41}\\n\\",
    "[ ] ] [ #{ }",
    "-- --- ... ~ 'a' \"b\"",
    "{{ 7 * 7 }}",
    "http://a.example/?a=1&b=2#c",
)


@pytest.mark.parametrize("typed", HOSTILE)
def test_it_is_printed_as_typed(typed: str) -> None:
    pdf = receipt(replace(RECEIPT, applicant=typed))

    page = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded()

    assert "".join(typed.split()) in "".join(page.split())
