"""Every signed file is judged by two programs that did not sign it: pyHanko and, where installed, poppler's pdfsig."""

import io
import random
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from asn1crypto import x509
from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from eok.certificates import authority, pades
from eok.certificates.pades import PadesError
from eok.certificates.render import Rendition
from eok.papers import typeset
from tests.certificates import issued

RENDITIONS = list(Rendition)


@cache
def roots() -> list[x509.Certificate]:
    keys = authority.published_keys()
    return [x509.Certificate.load(root.public_bytes(serialization.Encoding.DER)) for root in keys.roots]


def status(pdf: bytes) -> PdfSignatureStatus:
    (signature,) = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
    return validate_pdf_signature(signature, ValidationContext(trust_roots=roots(), allow_fetching=False))


def signed_range(pdf: bytes) -> list[int]:
    """Every place the signature covers."""
    (signature,) = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
    start, length, again, rest = signature.byte_range
    return [*range(start, start + length), *range(again, again + rest)]


@pytest.mark.parametrize("rendition", RENDITIONS)
def test_pyhanko_finds_it_valid_whole_and_final(rendition: Rendition) -> None:
    found = status(issued.pdf(rendition))

    assert found.bottom_line
    assert found.coverage is SignatureCoverageLevel.ENTIRE_FILE
    assert found.modification_level is ModificationLevel.NONE
    assert found.docmdp_ok


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler-utils is not installed")
@pytest.mark.parametrize("rendition", RENDITIONS)
def test_poppler_finds_it_valid_and_whole(rendition: Rendition, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(issued.pdf(rendition))

    told = subprocess.run(
        ["pdfsig", "-nocert", "paper.pdf"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    ).stdout

    assert "Signature is Valid." in told
    assert "Total document signed" in told
    assert "ETSI.CAdES.detached" in told


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@pytest.mark.parametrize("rendition", RENDITIONS)
def test_the_file_is_well_formed(rendition: Rendition, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(issued.pdf(rendition))

    checked = subprocess.run(
        ["qpdf", "--check", "paper.pdf"], cwd=tmp_path, capture_output=True, check=False, timeout=30
    )

    assert checked.returncode == 0


def test_250_random_changed_bits_are_all_refused() -> None:
    pdf = issued.pdf()
    dice = random.Random(20261126)
    places = [(dice.choice(signed_range(pdf)), dice.randrange(8)) for _ in range(250)]

    accepted = [place for place in places if _accepted(_flipped(pdf, *place))]

    assert accepted == []


def _flipped(pdf: bytes, byte: int, bit: int) -> bytes:
    changed = bytearray(pdf)
    changed[byte] ^= 1 << bit
    return bytes(changed)


def _accepted(pdf: bytes) -> bool:
    try:
        return bool(status(pdf).bottom_line)
    except Exception:  # a broken file may fail its reader in any way: not accepted
        return False


def test_a_later_revision_is_seen() -> None:
    found = status(issued.with_a_later_revision(issued.pdf()))

    assert not found.bottom_line
    assert not found.docmdp_ok


def test_the_field_is_where_nobody_sees_it_and_has_a_name() -> None:
    with pikepdf.open(io.BytesIO(issued.pdf())) as pdf:
        (field,) = pdf.pages[0].Annots

        assert [float(edge) for edge in field.Rect] == [-10] * 4
        assert int(field.F) == 132
        assert str(field.TU) == f"전자서명: {authority.signer_name()}"
        assert str(pdf.pages[0].Tabs) == "/S"
        assert pdf.Root.Perms.DocMDP.Reference[0].TransformParams.P == 1


def test_the_signature_says_that_it_is_a_trial() -> None:
    assert "시험" in authority.signer_name()


def test_the_identity_of_the_file_is_kept() -> None:
    unsigned = typeset.render("papers/notice", NOTICE, made_at=issued.AT)

    signed = pades.sign(unsigned, authority.signer(), signed_at=issued.AT, name="시험")

    assert signed.startswith(unsigned)
    with pikepdf.open(io.BytesIO(unsigned)) as before, pikepdf.open(io.BytesIO(signed)) as after:
        assert bytes(before.trailer.ID[0]) == bytes(after.trailer.ID[0])
    assert status(signed).bottom_line


NOTICE: dict[str, object] = {
    "title": "알림",
    "office": "서초구",
    "recipient": "서하린",
    "opening": "알려 드립니다.",
    "facts": [["접수번호", "2026-004102"]],
    "parts": [{"title": "이유", "lines": ["긴 이유입니다. " * 900], "numbered": True}],
    "contact": "담당",
    "date": "2026년 11월 26일",
    "issuer": "서초구청장",
    "foot": "접수번호 2026-004102",
    "sample": True,
    "seal_alt": None,
}


def test_a_signed_file_is_not_signed_again() -> None:
    with pytest.raises(PadesError):
        pades.sign(issued.pdf(), authority.signer(), signed_at=issued.AT, name="시험")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n%%EOF", b"trailer\n<</Size 3>>\nstartxref\n9\n%%EOF"])
def test_a_file_of_another_shape_is_not_signed(content: bytes) -> None:
    with pytest.raises(PadesError):
        pades.sign(content, authority.signer(), signed_at=issued.AT, name="시험")
