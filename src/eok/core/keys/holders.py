"""Key files of those who hold the sealed copy: X25519, as `openssl genpkey -algorithm X25519` makes them."""

from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key

from eok.core.keys.escrow import EscrowError


def public_key(path: Path) -> X25519PublicKey:
    """Raises EscrowError."""
    try:
        key = load_pem_public_key(_read(path))
    except ValueError as error:
        raise _no_key(path) from error
    if not isinstance(key, X25519PublicKey):
        raise _no_key(path)
    return key


def private_key(path: Path, ask: Callable[[str], str]) -> X25519PrivateKey:
    """ask: the passphrase, of a file that has one. Raises EscrowError."""
    content = _read(path)
    try:
        locked = b"ENCRYPTED" in content
        key = load_pem_private_key(content, ask(f"{path.name}의 암호: ").encode() if locked else None)
    except ValueError as error:
        raise _no_key(path) from error
    if not isinstance(key, X25519PrivateKey):
        raise _no_key(path)
    return key


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise EscrowError(
            f"{path} 파일을 읽지 못했습니다. 아무것도 하지 않았습니다. 경로와 권한을 확인해 주세요."
        ) from error


def _no_key(path: Path) -> EscrowError:
    return EscrowError(
        f"{path}은(는) X25519 열쇠가 아니거나 암호가 맞지 않습니다. 아무것도 하지 않았습니다. docs/keys.md의 ‘맡길 사람의 열쇠’를 봐 주세요."
    )
