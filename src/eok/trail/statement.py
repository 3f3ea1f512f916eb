"""What a seal says, as bytes; who signs it and with which published key it is checked.

ECDSA P-256 with SHA-256 over canonical JSON. The public keys lie in the keyring's certificate folder under
`trail/`, a file for each, named by its fingerprint: whoever changes the database has not changed them.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from eok.core import durable, tables
from eok.core.keys import keyring
from eok.trail.models import Leaf, Seal
from eok.trail.sources import NewLink

PURPOSE = "trail"
FOLDER = f"keys/certificates/{PURPOSE}"
"""Of the public keys, below the state folder: a backup carries them, or nobody could check its seals elsewhere."""
START = bytes(32)
"""What the first seal follows."""
ALGORITHM = ec.ECDSA(hashes.SHA256())


def of(seal: Seal) -> bytes:
    """The signed bytes: all of a seal but its signature."""
    said = {
        "version": 1,
        "number": seal.number,
        "size": seal.size,
        "root": bytes(seal.root).hex(),
        "previous": bytes(seal.previous).hex(),
        "sealed_at": seal.sealed_at.astimezone(UTC).isoformat(),
        "key_id": seal.key_id,
    }
    return json.dumps(said, sort_keys=True, separators=(",", ":")).encode()


def digest(seal: Seal) -> bytes:
    """What the next seal names as the one before, 32 bytes."""
    return hashlib.sha256(of(seal)).digest()


def leaf(link: Leaf | NewLink) -> bytes:
    """The bytes of one leaf of the tree."""
    return f"{link.stream}:{link.sequence}:".encode() + bytes(link.digest)


def sign(seal: Seal) -> None:
    """Set key and signature, and publish the key. Raises KeyNotHereError."""
    key = keyring().private_key(PURPOSE)
    seal.key_id = _publish(key.public_key())
    seal.signature = key.sign(of(seal), ALGORITHM)


def is_signed(seal: Seal, keys: dict[str, ec.EllipticCurvePublicKey]) -> bool:
    """Whether one of the published keys signed it."""
    key = keys.get(seal.key_id)
    if key is None:
        return False
    try:
        key.verify(bytes(seal.signature), of(seal), ALGORITHM)
    except InvalidSignature:
        return False
    return True


def published_keys() -> dict[str, ec.EllipticCurvePublicKey]:
    """By fingerprint; a file whose name is not its fingerprint does not count."""
    found = {}
    for path in published_dir().glob("*.pem"):
        key = serialization.load_pem_public_key(path.read_bytes())
        if isinstance(key, ec.EllipticCurvePublicKey) and fingerprint(key) == path.stem:
            found[path.stem] = key
    return found


def files(alias: str) -> Iterator[str]:
    """Of every key a database has seals of: its file, below the state folder, for the backup."""
    if tables.has(alias, Seal):
        for key_id in Seal.objects.using(alias).order_by().values_list("key_id", flat=True).distinct():
            yield f"{FOLDER}/{key_id}.pem"


def published_dir() -> Path:
    """Where the public keys lie."""
    return keyring().certificate_dir() / PURPOSE


def fingerprint(key: ec.EllipticCurvePublicKey) -> str:
    """SHA-256 of the key (SubjectPublicKeyInfo, DER), 64 hex digits."""
    spki = key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(spki).hexdigest()


def as_pem(key: ec.EllipticCurvePublicKey) -> str:
    return key.public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    ).decode()


def _publish(key: ec.EllipticCurvePublicKey) -> str:
    name = fingerprint(key)
    path = published_dir() / f"{name}.pem"
    if not path.exists():
        durable.write(path, as_pem(key).encode(), folders=2)
    return name
