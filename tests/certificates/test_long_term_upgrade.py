"""Evidence for the long term may be added by another program later: the signature stays good (PAdES-B-LTA)."""

import io
from datetime import UTC, datetime, timedelta

import pytest
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers import PdfTimeStamper
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

from eok.certificates import authority
from eok.verification.offline import verify_file
from tests.certificates import issued


@pytest.fixture(scope="module")
def clockmaker() -> DummyTimeStamper:
    """A time-stamping authority of this test alone."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "시험 시점확인 기관")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(
            name, name, key.public_key(), 1, now - timedelta(days=1), now + timedelta(days=9)
        )
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return DummyTimeStamper(
        tsa_cert=asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER)),
        tsa_key=asn1_keys.PrivateKeyInfo.load(private),
        fixed_dt=now,
    )


def test_a_document_timestamp_does_not_spoil_it(clockmaker: DummyTimeStamper) -> None:
    stamped = PdfTimeStamper(clockmaker).timestamp_pdf(
        IncrementalPdfFileWriter(io.BytesIO(issued.pdf())), md_algorithm="sha256", output=io.BytesIO()
    )

    report = verify_file(stamped.getvalue(), authority.published_keys())

    assert report.valid, report.reasons
