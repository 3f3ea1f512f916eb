"""A JSON value encrypted under a row's own data key: the shape in which personal data is stored."""

import json
from typing import Any

from eok.core.keys import keyring

Raw = bytes | memoryview
"""What a BinaryField holds: bytes when it was set, a memoryview as PostgreSQL gives it."""


def seal(wrapped_key: Raw, value: Any, *, context: str) -> bytes:
    """Encrypt a JSON-ready value. `context` binds it to its row and column."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return keyring().encrypt(bytes(wrapped_key), text.encode(), context=context)


def unseal(wrapped_key: Raw, ciphertext: Raw, *, context: str) -> Any:
    """Read it back. Raises KeyringError when the key was destroyed or the bytes changed."""
    return json.loads(keyring().decrypt(bytes(wrapped_key), bytes(ciphertext), context=context))
