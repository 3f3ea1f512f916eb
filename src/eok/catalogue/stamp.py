"""The stamp of the catalogue: changed by `./eok catalogue sync`, watched by every process."""

from pathlib import Path

from django.conf import settings


def path() -> Path:
    return Path(settings.EOK_STATE_DIR) / "catalogue.stamp"


def read() -> int:
    """Time of the last sync in nanoseconds; 0 when there was none."""
    return _time(path())


def approved_path() -> Path:
    """What the district approved, as this machine knows it (`adoption.refresh`)."""
    return Path(settings.EOK_STATE_DIR) / "adopted.yaml"


def approved() -> int:
    """When that last changed, in nanoseconds; 0 when nothing was approved."""
    return _time(approved_path())


def whole() -> str:
    """Changes with anything the catalogue is made of."""
    return f"{read()}:{approved()}"


def _time(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def write(text: str) -> None:
    """Tell every process to read the catalogue anew."""
    path().parent.mkdir(parents=True, exist_ok=True)
    draft = path().with_suffix(".new")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path())
