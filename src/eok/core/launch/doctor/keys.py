"""The keys: whether they are there, whose they are, who else may read them (docs/keys.md)."""

import stat
from collections.abc import Iterator
from pathlib import Path

from eok.core.launch.doctor.finding import Finding

FILES = "eok.core.keys.file.FileKeyring"


def examine(folder: Path) -> Iterator[Finding]:
    """folder: of the key files; certificates lie there whatever keeps the keys."""
    from django.conf import settings

    if settings.EOK_KEYS == FILES:
        yield _files(folder)
        yield _opened(look_up=(folder / "older").exists())
        yield seal_key(folder)
    else:
        yield _readers(folder) or Finding("열쇠", True, "장치에 있습니다")
        yield _opened(look_up=True)
    yield from _older(folder)


def _files(folder: Path) -> Finding:
    from django.conf import settings

    if not (folder / "district.key").is_file():
        advice = "시험용은 ./eok start가 만들고, 운영은 docs/keys.md를 따라 만듭니다."
        return Finding("열쇠", False, "아직 없습니다", advice)
    loose = _readers(folder)
    if loose:
        return loose
    demonstration = (folder / "demonstration").exists()
    text = "시험용 열쇠" if demonstration else "운영 열쇠"
    ok = not (demonstration and settings.EOK_PRODUCTION)
    return Finding("열쇠", ok, text, "운영에는 시험용 열쇠를 쓸 수 없습니다. docs/keys.md를 봐 주세요.")


def _readers(folder: Path) -> Finding | None:
    found = [path for path in (folder, *folder.rglob("*")) if path.exists() and others_may_read(path)]
    if not found:
        return None
    return Finding("열쇠", False, "남이 읽을 수 있습니다", "chmod go= " + " ".join(map(str, found)))


def _opened(*, look_up: bool) -> Finding:
    """Whether the keys can be used: a token is asked, and what it answers is told.

    look_up: ask for its key too; in a house from before that would make it, and we make nothing.
    """
    from eok.core import keys

    name = "열쇠 쓰기"
    try:
        ring = keys.existing()
        if ring is None:
            return Finding(name, False, "아직 없습니다", "docs/keys.md를 따라 만듭니다(./eok keys make).")
        if look_up:
            ring.digest("fingerprint", "doctor")
    except keys.KeyringError as error:
        return Finding(name, False, "쓸 수 없습니다", error.message)
    return Finding(name, True, f"우리 구의 열쇠 {ring.fingerprints()[0]}")


def _older(folder: Path) -> Iterator[Finding]:
    """An older key that nobody removed opens what it opened."""
    names = [*(folder / "older").glob("*.key"), *sorted((folder / "lookup").glob("*.key"))[:-1]]
    if names:
        advice = "바꾼 지 하루가 지났으면 ./eok keys forget으로 지웁니다."
        yield Finding("옛 열쇠", False, f"{len(names)}개가 남아 있습니다", advice, optional=True)


def seal_key(folder: Path) -> Finding:
    """Whether who serves the web could read the key that seals the record (docs/keys.md)."""
    key, district = folder / "trail.pem", folder / "district.key"
    name = "기록을 봉인하는 열쇠"
    if not key.exists():
        return Finding(name, True, "이 폴더에 없습니다. 다른 사용자가 ./eok trail seal로 봉인합니다")
    if district.exists() and district.stat().st_uid == key.stat().st_uid:
        text = "웹과 같은 사용자의 파일이라 웹을 뚫은 사람이 읽을 수 있습니다"
        advice = "운영에서는 docs/keys.md의 ‘기록을 봉인하는 열쇠’를 따라 다른 사용자에게 줍니다."
        return Finding(name, False, text, advice, optional=True)
    return Finding(name, True, "웹과 다른 사용자의 파일입니다")


def others_may_read(path: Path) -> bool:
    """Whether group or others have any right to the file."""
    return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)
