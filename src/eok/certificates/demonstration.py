"""The demonstration authority: root, issuer and signing certificate (RFC 5280), whose names say 시험.

Its root and issuing keys are thrown away after the one certificate each has to sign: there is nothing left to steal.
A signature under it has not the presumption of a 행정전자서명 (전자정부법 §29).
"""

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

YEARS = 10
ROOT_NAME, ISSUER_NAME = "e-OK 시험 최상위 인증기관", "e-OK 시험 발급 인증기관"
SIGNER_NAME = "e-OK 시험 서명키(기관 인증서 아님)"


def demonstration_chain(public: ec.EllipticCurvePublicKey, now: datetime) -> bytes:
    """Signing certificate for `public`, issuer and root, as PEM.

    now: aware, UTC. Valid from the first day of last year, so that a demonstration's moved clock still fits.
    """
    start = now.replace(year=now.year - 1, month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    root_key, issuer_key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root = _certificate(ROOT_NAME, root_key.public_key(), (ROOT_NAME, root_key), start, issuing=1)
    issuer = _certificate(ISSUER_NAME, issuer_key.public_key(), (ROOT_NAME, root_key), start, issuing=0)
    leaf = _certificate(SIGNER_NAME, public, (ISSUER_NAME, issuer_key), start, issuing=None)
    return b"".join(c.public_bytes(serialization.Encoding.PEM) for c in (leaf, issuer, root))


def _certificate(
    name: str,
    public: ec.EllipticCurvePublicKey,
    issuer: tuple[str, ec.EllipticCurvePrivateKey],
    start: datetime,
    *,
    issuing: int | None,
) -> x509.Certificate:
    """An X.509 certificate (RFC 5280); `issuing`: how many issuers may follow, None when it signs documents."""
    issuer_name, issuer_key = issuer
    builder = x509.CertificateBuilder(
        issuer_name=_name(issuer_name),
        subject_name=_name(name),
        public_key=public,
        serial_number=x509.random_serial_number(),
        not_valid_before=start,
        not_valid_after=start + timedelta(days=366 * YEARS),
    )
    for extension, critical in _extensions(public, issuer_key.public_key(), issuing):
        builder = builder.add_extension(extension, critical=critical)
    return builder.sign(issuer_key, hashes.SHA256())


def _extensions(
    public: ec.EllipticCurvePublicKey, issuer: ec.EllipticCurvePublicKey, issuing: int | None
) -> tuple[tuple[x509.ExtensionType, bool], ...]:
    is_issuer = issuing is not None
    usage = x509.KeyUsage(
        digital_signature=not is_issuer,
        content_commitment=not is_issuer,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_issuer,
        crl_sign=is_issuer,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        (x509.BasicConstraints(ca=is_issuer, path_length=issuing), True),
        (usage, True),
        (x509.SubjectKeyIdentifier.from_public_key(public), False),
        (x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer), False),
    )


def _name(common_name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "KR"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "e-OK 시험용"),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]
    )
