"""The machine and the checkout: everything that can be seen without loading Django."""

import os
import shutil
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from eok.core.launch import node, packages, running
from eok.core.launch.doctor.finding import Finding
from eok.core.launch.errors import LaunchError
from eok.core.launch.framework import settings
from eok.core.launch.places import ROOT, state_dir
from eok.core.launch.plan import LOOPBACK
from eok.core.launch.ports import require_free

ENOUGH_DISK_BYTES = 1_000_000_000
"""Packages take about half of it; the rest is for uploads and logs."""
TOLERATED_SECONDS = 300
"""A shared folder may be written by a machine whose clock is a little ahead."""


def examine() -> Iterator[Finding]:
    """All findings, the most basic first."""
    yield _python()
    yield _environment()
    yield _screens()
    for package in packages.TO_RUN:
        yield _package(package, optional=False)
    for package in packages.TO_TEST_WHOLE:
        if package not in packages.TO_RUN:
            yield _package(package, optional=True)
    yield _disk()
    yield _clock()
    yield _port()


def _python() -> Finding:
    version = ".".join(str(n) for n in sys.version_info[:3])
    return Finding("파이썬", sys.version_info >= (3, 11), version, "파이썬 3.11 이상을 설치해 주세요.")


def _environment() -> Finding:
    stamp = state_dir() / "venv" / "eok-locks"
    wanted = b"".join((ROOT / "requirements" / name).read_bytes() for name in ("uv.txt", "runtime.txt"))
    current = stamp.is_file() and stamp.read_bytes() == wanted
    text = "고정한 판과 같습니다" if current else "아직 없거나 고정한 판과 다릅니다"
    return Finding("파이썬 꾸러미", current, text, "./eok start가 설치합니다.")


def _screens() -> Finding:
    current = node.LOCK.is_file() and node.is_current()
    text = "고정한 판과 같습니다" if current else "아직 없거나 고정한 판과 다릅니다"
    return Finding("화면 꾸러미", current, text, "./eok start가 설치합니다.")


def _package(package: packages.Package, *, optional: bool) -> Finding:
    here = package.is_here()
    text = f"{package.apt} {'있음' if here else '없음'}"
    return Finding(package.what, here, text, packages.apt_line([package]), optional)


def _disk() -> Finding:
    place = next(p for p in (state_dir(), *state_dir().parents) if p.exists())
    free = shutil.disk_usage(place).free
    ok = free >= ENOUGH_DISK_BYTES and os.access(place, os.W_OK)
    return Finding(
        "디스크", ok, f"{place}에 {free / 1e9:.1f} GB 남음", "1 GB 이상 비우고, 쓸 수 있는지 확인해 주세요."
    )


def _clock() -> Finding:
    written = [*(ROOT / "requirements").glob("*.txt"), *state_dir().glob("*.sqlite3")]
    return clock_finding(written_at=max(path.stat().st_mtime for path in written), now=time.time())


def clock_finding(*, written_at: float, now: float) -> Finding:
    """Deadlines are counted on this clock: it may not run behind what was written, nor lack Seoul's zone.

    Both are seconds since 1970 UTC.
    """
    advice = "컴퓨터의 시각을 맞추고(NTP) tzdata를 설치해 주세요."
    try:
        here = datetime.fromtimestamp(now, ZoneInfo("Asia/Seoul"))
    except ZoneInfoNotFoundError:
        return Finding("시계", False, "서울 시간대를 모릅니다", advice)
    ok = written_at - now < TOLERATED_SECONDS and here.utcoffset() == timedelta(hours=9)
    return Finding("시계", ok, f"{here:%Y-%m-%d %H:%M:%S} (서울)", advice)


def _port() -> Finding:
    if address := running.address():
        return Finding("포트", True, f"민원센터가 열려 있습니다: {address}")
    try:
        port = int(str(settings()["EOK_PORT"]))
        require_free(LOOPBACK, port)
    except LaunchError as error:
        return Finding("포트", False, "열 수 없습니다", error.message)
    return Finding("포트", True, f"{port}번이 비어 있습니다")
