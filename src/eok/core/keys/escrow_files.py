"""The sealed copy as a file, and the keys put back from it: never over anything."""

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from eok.core import clock
from eok.core.keys import escrow, keyring, written
from eok.core.keys.escrow import Escrow, EscrowError


def write(path: Path, holders: Sequence[X25519PublicKey]) -> Escrow:
    """Today's keys, sealed. Raises EscrowError, KeyringError."""
    if path.exists():
        raise EscrowError(f"{path}이(가) 이미 있어 덮어쓰지 않았습니다. 다른 이름을 적어 주세요.")
    ring = keyring()
    sealed = escrow.seal(
        ring.escrowed(), holders, made_at=clock.now().isoformat(), fingerprints=ring.fingerprints()
    )
    try:
        written.write_once(path, sealed.to_json())
    except OSError as error:
        raise EscrowError(
            f"{path}에 쓰지 못했습니다. 사본을 만들지 않았습니다. 자리와 권한을 확인해 주세요. ({error})"
        ) from error
    return sealed


def read(path: Path) -> Escrow:
    """Raises EscrowError."""
    try:
        return escrow.read(path.read_bytes())
    except OSError as error:
        raise EscrowError(f"{path} 파일을 읽지 못했습니다. 경로와 권한을 확인해 주세요.") from error


def recover(sealed: Escrow, keys: Sequence[X25519PrivateKey], folder: Path | None) -> Mapping[str, bytes]:
    """Opened; where a folder is named, written into it. Raises EscrowError."""
    files = escrow.recover(sealed, keys)
    if folder is not None:
        _put(files, folder)
    return files


def _put(files: Mapping[str, bytes], folder: Path) -> None:
    if any(_strays(name) for name in files):
        raise EscrowError(
            "봉인한 사본에 폴더 밖을 가리키는 이름이 있어 쓰지 않았습니다. 다른 금고의 것으로 다시 해 주세요."
        )
    there = [name for name, content in files.items() if _is_taken(folder / name, content)]
    if there:
        raise EscrowError(
            f"{folder}에 {', '.join(there)}이(가) 이미 있어 아무것도 쓰지 않았습니다. 빈 곳을 정해 다시 해 주세요."
        )
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name, content in files.items():
        written.write_once(folder / name, content)


def _is_taken(path: Path, content: bytes) -> bool:
    """A public key that a restored backup laid there may stay, when it is the same."""
    return path.exists() and (path.suffix == ".key" or path.read_bytes() != content)


def _strays(name: str) -> bool:
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts
