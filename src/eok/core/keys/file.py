"""Keys in files under `EOK_STATE_DIR/keys`, mode 0600: the keyring of a laptop and of small districts.

AES-256-GCM with 96-bit random nonces (NIST SP 800-38D); HKDF-SHA256 (RFC 5869) separates purposes.
"""

import hashlib
import hmac
import os
import secrets
from functools import cached_property, lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from eok.core.keys import KeyDestroyedError, KeyNotHereError, KeyringError, require_here

NONCE = 12
DEMONSTRATION_MARK = "demonstration"


class FileKeyring:
    """See `eok.core.keys.Keyring`."""

    def __init__(self, folder: Path, *, may_create: bool) -> None:
        self._folder = folder
        self._may_create = may_create
        self._unwrap = lru_cache(maxsize=4096)(self._unwrap_key)

    @cached_property
    def _district(self) -> bytes:
        """Read when first needed: who only seals the record works without it."""
        return self._secret("district.key")

    @property
    def is_demonstration(self) -> bool:
        return bool(self._district) and (self._folder / DEMONSTRATION_MARK).exists()

    def new_data_key(self) -> bytes:
        return _seal(self._derived("wrap"), secrets.token_bytes(32), b"data-key")

    def encrypt(self, wrapped: bytes, plaintext: bytes, *, context: str) -> bytes:
        return _seal(self._unwrap(bytes(wrapped)), plaintext, context.encode())

    def decrypt(self, wrapped: bytes, ciphertext: bytes, *, context: str) -> bytes:
        return _open(self._unwrap(bytes(wrapped)), bytes(ciphertext), context.encode())

    def digest(self, purpose: str, value: str) -> str:
        return hmac.new(self._derived(f"digest:{purpose}"), value.encode(), hashlib.sha256).hexdigest()

    def private_key(self, purpose: str) -> ec.EllipticCurvePrivateKey:
        require_here(purpose)
        path = self._folder / f"{purpose}.pem"
        if not path.exists():
            self._require_creation(path)
            _write_once(path, _new_pem())
        key = serialization.load_pem_private_key(_read(path), password=None)
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise KeyringError(
                f"열쇠 {path.name}을 쓸 수 없습니다. P-256 열쇠가 아닙니다. docs/keys.md를 봐 주세요."
            )
        return key

    def certificate_dir(self) -> Path:
        folder = self._folder / "certificates"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return folder

    def _unwrap_key(self, wrapped: bytes) -> bytes:
        if not wrapped:
            raise KeyDestroyedError
        return _open(self._derived("wrap"), wrapped, b"data-key")

    def _derived(self, purpose: str) -> bytes:
        return _derive(self._district, purpose)

    def _secret(self, name: str) -> bytes:
        path = self._folder / name
        if not path.exists():
            self._require_creation(path)
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write_once(self._folder / DEMONSTRATION_MARK, b"made by eok for demonstration\n")
            _write_once(path, secrets.token_bytes(32))
        return path.read_bytes()

    def _require_creation(self, path: Path) -> None:
        if not self._may_create:
            raise KeyNotHereError(
                f"열쇠 {path.name}이 없습니다. 운영에서는 열쇠를 스스로 만들지 않습니다. docs/keys.md를 봐 주세요."
            )


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except PermissionError as error:
        raise KeyNotHereError(
            f"열쇠 {path.name}을 읽을 권한이 없습니다. 다른 사용자의 열쇠입니다. docs/keys.md를 봐 주세요."
        ) from error


@lru_cache(maxsize=64)
def _derive(secret: bytes, purpose: str) -> bytes:
    return HKDF(hashes.SHA256(), 32, salt=None, info=f"eok:{purpose}".encode()).derive(secret)


def _seal(key: bytes, plaintext: bytes, context: bytes) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plaintext, context)


def _open(key: bytes, ciphertext: bytes, context: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(ciphertext[:NONCE], ciphertext[NONCE:], context)
    except InvalidTag as error:
        raise KeyringError(
            "자료를 읽지 못했습니다. 암호문이 바뀌었거나 다른 열쇠의 것입니다. 기록 담당자에게 알려 주세요."
        ) from error


def _new_pem() -> bytes:
    return ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _write_once(path: Path, content: bytes) -> None:
    """Whole or not at all, and never over another process's file."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    fd = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(fd, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        draft.unlink()
        for folder in path.parents[:2]:  # a key whose name is lost at a power cut takes all it opens with it
            _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
