"""진위확인 pages: a number masks the name, a file shows it whole, and today's state stands apart."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from eok.certificates import queries as certificates
from eok.certificates.models import IssuedCertificate
from eok.licences.models import Licence
from eok.verification import offline
from tests import affairs

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


@pytest.fixture
def issued() -> IssuedCertificate:
    case = affairs.completed_mail_order()
    found = certificates.of_case(case)
    assert found is not None
    return found


def page(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined, no-any-return]  # Django's test response


def test_by_number_the_name_is_masked(issued: IssuedCertificate) -> None:
    answer = Client().post("/verify/number/", {"number": issued.document_no})

    assert answer.status_code == 200
    assert "김○늘" in page(answer) and "김하늘" not in page(answer)
    assert "오늘도 유효해요" in page(answer)


def test_by_file_the_whole_text_stands(issued: IssuedCertificate) -> None:
    file = SimpleUploadedFile("c.pdf", certificates.electronic(issued), "application/pdf")

    answer = Client().post("/verify/file/", {"file": file})

    assert "우리 구가 발급한 문서가 맞아요" in page(answer)
    assert "김하늘" in page(answer)
    assert "오늘도 유효해요" in page(answer) and offline.NOT_TODAY not in page(answer)


def test_a_changed_file_is_not_ours(issued: IssuedCertificate) -> None:
    changed = bytearray(certificates.electronic(issued))
    changed[len(changed) // 2] ^= 1

    answer = Client().post("/verify/file/", {"file": SimpleUploadedFile("c.pdf", bytes(changed))})

    assert "우리 구가 발급한 문서가 맞아요" not in page(answer)


def test_a_closed_licence_is_told_although_the_paper_is_intact(issued: IssuedCertificate) -> None:
    Licence.objects.update(state="closed")

    answer = Client().post("/verify/number/", {"number": issued.document_no})

    assert "폐업해서 더는 유효하지 않아요" in page(answer)
    assert "우리 구가 발급했지만 지금은 쓸 수 없는 문서예요" in page(answer)


def test_by_file_too_a_closed_licence_is_told(issued: IssuedCertificate) -> None:
    Licence.objects.update(state="closed")
    file = SimpleUploadedFile("c.pdf", certificates.electronic(issued), "application/pdf")

    answer = Client().post("/verify/file/", {"file": file})

    assert "우리 구가 발급했지만 지금은 쓸 수 없는 문서예요" in page(answer)
    assert "폐업해서 더는 유효하지 않아요" in page(answer)


@pytest.mark.parametrize(
    ("number", "status"), [("", 422), ("1234", 422), ("1234567890123456", 422), ("<script>", 422)]
)
def test_what_is_no_number_gets_a_sentence_and_stays_typed(number: str, status: int) -> None:
    answer = Client().post("/verify/number/", {"number": number})

    assert answer.status_code == status
    assert "문서확인번호" in page(answer)


def test_a_number_nobody_issued_is_told() -> None:
    from eok.certificates import document_no

    answer = Client().post("/verify/number/", {"number": document_no.new()})

    assert answer.status_code == 404
    assert "이 번호로 발급한 문서가 없어요" in page(answer)


@pytest.mark.parametrize("content", [b"", b"no pdf", b"%PDF-1.7 broken", b"\x89PNG\r\n\x1a\n broken"])
def test_a_file_that_is_nothing_gets_a_sentence(content: bytes) -> None:
    answer = Client().post("/verify/file/", {"file": io.BytesIO(content)})

    assert 400 <= answer.status_code < 500 or "확인하지 못했어요" in page(answer)
