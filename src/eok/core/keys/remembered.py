"""Data keys that were unwrapped lately, in the memory of this process only."""

LIMIT = 4096


class Remembered:
    """By what is stored; the longest known goes first. Every step is one of the interpreter's, so threads may share it."""

    def __init__(self) -> None:
        self._keys: dict[bytes, bytes] = {}

    def get(self, wrapped: bytes) -> bytes | None:
        return self._keys.get(wrapped)

    def put(self, wrapped: bytes, data_key: bytes) -> bytes:
        while len(self._keys) >= LIMIT:
            self._keys.pop(next(iter(tuple(self._keys))), None)
        self._keys[wrapped] = data_key
        return data_key
