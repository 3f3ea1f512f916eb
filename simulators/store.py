"""What a simulator remembers: in memory, or in a file so that a demonstration survives a restart."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Data = dict[str, Any]  # JSON as the simulator shaped it


class Store:
    """One dictionary of JSON values under one lock."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._data: Data = json.loads(path.read_text("utf-8")) if path and path.exists() else {}

    @contextmanager
    def view(self) -> Iterator[Data]:
        """Read while nobody changes it."""
        with self._lock:
            yield self._data

    @contextmanager
    def change(self) -> Iterator[Data]:
        """Change alone; written to the file at the end."""
        with self._lock:
            yield self._data
            self._write()

    def clear(self) -> None:
        with self.change() as data:
            data.clear()

    def _write(self) -> None:
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        draft = self._path.with_suffix(".part")
        draft.touch(mode=0o600)
        draft.write_text(json.dumps(self._data, ensure_ascii=False), "utf-8")
        draft.replace(self._path)
