"""A PDF is ours when signature, seal and printed text agree; each fault is told in a sentence."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from eok.certificates import authority, cose, pades
from eok.certificates.key_list import KeyList
from eok.certificates.render import Composed, Rendition, compose, draw
from eok.certificates.seal import seal
from eok.papers import typeset
from eok.verification.errors import UnreadableFileError
from eok.verification.offline import NOT_TODAY, SAMPLE, verify_file
from tests.certificates import issued


def keys() -> KeyList:
    return authority.published_keys()


@pytest.mark.parametrize("rendition", list(Rendition))
def test_what_we_issued_is_valid_and_says_what_it_is(rendition: Rendition) -> None:
    report = verify_file(issued.pdf(rendition), keys())

    assert report.valid
    assert report.document["document_no"] == "4827-1093-5561-7209"
    assert report.document["fields"][0] == {"caption": "상호", "value": "모아담상점"}  # type: ignore[index]
    assert report.document["signed_at"] == "2026-11-26T14:32:07+09:00"


def test_a_demonstration_paper_is_called_a_sample_without_effect() -> None:
    report = verify_file(issued.pdf(), keys())

    assert SAMPLE in report.reasons
    assert report.document["demonstration"] is True


def test_it_never_claims_to_know_today() -> None:
    assert NOT_TODAY in verify_file(issued.pdf(), keys()).reasons


def test_changed_content_is_told() -> None:
    pdf = bytearray(issued.pdf())
    pdf[pdf.index(b"/MediaBox[0 0 5") + len(b"/MediaBox[0 0 ")] ^= 1

    report = verify_file(bytes(pdf), keys())

    assert not report.valid
    assert "서명한 뒤 내용이 바뀌었습니다" in report.reasons[0]


def test_something_added_is_told() -> None:
    report = verify_file(issued.with_a_later_revision(issued.pdf()), keys())

    assert not report.valid
    assert "덧붙인 것이 있습니다" in report.reasons[0]


def _unsigned(composed: Composed, monkeypatch: pytest.MonkeyPatch) -> bytes:
    with monkeypatch.context() as patch:
        patch.setattr(pades, "sign", lambda pdf, *_, **__: pdf)
        return draw(composed, Rendition.ELECTRONIC, issued.OFFICE, at=issued.AT)


def test_a_copy_without_signature_shows_its_seal_but_is_not_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    report = verify_file(_unsigned(issued.composed(), monkeypatch), keys())

    assert not report.valid
    assert report.reasons[0] == "이 PDF에는 전자서명이 없습니다."
    assert report.document["title"] == "통신판매업 신고증"


def test_a_page_that_says_otherwise_than_its_seal_is_told() -> None:
    good = issued.composed()
    changed = issued.composed(name="모아담상점 2호점", premises="서울특별시 서초구 시범대로 13")

    report = verify_file(
        draw(replace(changed, seal=good.seal), Rendition.ELECTRONIC, issued.OFFICE, at=issued.AT), keys()
    )

    assert not report.valid
    assert "문서에 적힌 내용이 QR과 다릅니다: 상호." in report.reasons
    assert "문서에 적힌 내용이 QR과 다릅니다: 사업장 소재지." in report.reasons
    assert not any("대표자" in reason for reason in report.reasons)


def test_the_longest_values_agree_with_their_page() -> None:
    composed = compose(issued.KIND, issued.facts(issued.LONGEST))

    report = verify_file(draw(composed, Rendition.PRINT, issued.OFFICE, at=issued.AT), keys())

    assert report.valid, report.reasons


def test_a_text_too_long_for_the_qr_is_said_to_be_so() -> None:
    syllables = "".join(chr(0xAC00 + 37 * i) for i in range(290))
    values = {**issued.VALUES, "name": syllables[:60], "representative": syllables[60:120],
              "premises": syllables[120:235], "host_server": syllables[235:]}  # fmt: skip
    composed = compose(issued.KIND, issued.facts(values))

    report = verify_file(draw(composed, Rendition.PRINT, issued.OFFICE, at=issued.AT), keys())

    assert report.valid, report.reasons
    assert report.document["digest"]
    assert any("요약값" in reason for reason in report.reasons)


def test_a_stranger_with_a_valid_seal_of_ours_is_not_believed() -> None:
    theirs = KeyList(
        tuple(key for key in keys().keys if key.purpose == "seal"), keys().roots, keys().dictionaries
    )

    report = verify_file(issued.pdf(), theirs)

    assert not report.valid
    assert "공개 키 목록에 없습니다" in report.reasons[0]


def test_an_unknown_root_is_not_believed() -> None:
    report = verify_file(issued.pdf(), replace(keys(), roots=()))

    assert not report.valid
    assert "인증서를 확인하지 못했습니다" in report.reasons[0]


def test_an_expired_certificate_is_not_believed() -> None:
    report = verify_file(issued.pdf(), keys(), at=datetime(2060, 1, 1, tzinfo=UTC))

    assert not report.valid


@pytest.mark.parametrize(
    ("purpose", "words"), [("certificates", "서명한 열쇠가 폐지"), ("seal", "QR의 서명키가 폐지")]
)
def test_a_revoked_key_is_told(purpose: str, words: str) -> None:
    revoked = tuple(
        replace(key, revoked_at=datetime(2026, 11, 1, tzinfo=UTC)) if key.purpose == purpose else key
        for key in keys().keys
    )

    report = verify_file(issued.pdf(), replace(keys(), keys=revoked))

    assert not report.valid
    assert any(words in reason for reason in report.reasons)


def test_a_seal_by_another_key_is_not_believed() -> None:
    stranger = ec.generate_private_key(ec.SECP256R1())
    good = issued.composed()
    forged = seal(good.content, dictionary_no=101, dictionary=authority.dictionaries()[101], key=stranger)

    report = verify_file(
        draw(replace(good, seal=forged), Rendition.PRINT, issued.OFFICE, at=issued.AT), keys()
    )

    assert cose.key_id(stranger.public_key()) not in keys().seal_keys().public
    assert not report.valid
    assert any("QR의 서명키를 알지 못합니다" in reason for reason in report.reasons)


def test_a_signed_paper_without_our_qr_is_no_certificate() -> None:
    from tests.certificates.test_signature_verifies import NOTICE

    letter = typeset.render("papers/notice", NOTICE, made_at=issued.AT)
    signed = pades.sign(letter, authority.signer(), signed_at=issued.AT, name=authority.signer_name())

    report = verify_file(signed, keys())

    assert not report.valid
    assert any("QR을 찾지 못했습니다" in reason for reason in report.reasons)


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\x00" * 500, issued.pdf()[:40_000]])
def test_a_broken_pdf_is_not_valid(content: bytes) -> None:
    report = verify_file(content, keys())

    assert not report.valid
    assert report.reasons


@pytest.mark.parametrize(
    "content", [b"", b"MZ" + b"\x90" * 400, b"hello", b"%PDF-1.7" + b"0" * (6 * 1024 * 1024)]
)
def test_what_is_no_document_cannot_be_checked(content: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        verify_file(content, keys())
