"""One at a time in a state folder: who opens the house, restores it or moves its data."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from eok.core.launch.errors import LaunchError
from eok.core.launch.places import state_dir


@contextmanager
def only_one(says: str) -> Iterator[None]:
    """says: what who comes second is told. The kernel frees the lock however the holder ends."""
    folder = state_dir()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "running").open("a+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            raise LaunchError(
                f"이 폴더({folder})의 민원센터가 이미 열려 있습니다: {lock.read().strip()} "
                "그것을 쓰거나, Ctrl-C로 멈춘 뒤 다시 시작해 주세요. 하나 더 열려면 EOK_STATE_DIR로 다른 폴더를 정합니다."
            ) from error
        lock.truncate(0)
        lock.write(says)
        lock.flush()
        yield


def address() -> str:
    """What the one who holds it said; empty: nobody does."""
    lock = state_dir() / "running"
    if not lock.is_file():
        return ""
    with lock.open(encoding="utf-8") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return held.read().strip()
    return ""
