"""What the machine itself must have (fonts, libmagic, and for tests Chromium and PostgreSQL).

As root on Debian or Ubuntu it is installed by apt; anywhere else the one line to run is said.
Nothing of this can come as a Python package.
"""

import ctypes.util
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from eok.core.launch.errors import LaunchError
from eok.core.launch.fetching import failure, runs_well
from eok.core.launch.voice import tell

FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/Library/Fonts"),
    Path.home() / ".local/share/fonts",
    Path.home() / "Library/Fonts",
)


@dataclass(frozen=True)
class Package:
    """One thing the machine must have."""

    apt: str
    """Its name in Debian and Ubuntu."""
    what: str
    """What it is for, in Korean."""
    is_here: Callable[[], bool]


def _font(pattern: str) -> Callable[[], bool]:
    return lambda: any(next(folder.rglob(pattern), None) for folder in FONT_FOLDERS if folder.is_dir())


def _command(*names: str) -> Callable[[], bool]:
    return lambda: any(find(name) for name in names)


def find(name: str) -> str | None:
    """Where a command is, also in the folders that only the administrator's PATH has."""
    folders = [os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin", *_postgres_folders()]
    return shutil.which(name, path=os.pathsep.join(folders))


def softhsm_module() -> Path | None:
    """SoftHSM's PKCS#11 module, where its package puts it."""
    folders = [Path("/usr/lib/softhsm"), *Path("/usr/lib").glob("*/softhsm"), Path("/usr/local/lib/softhsm")]
    return next((path for folder in folders if (path := folder / "libsofthsm2.so").is_file()), None)


def _postgres_folders() -> list[str]:
    return sorted((str(p) for p in Path("/usr/lib/postgresql").glob("*/bin")), reverse=True)


NANUM = Package("fonts-nanum", "신고증·접수증의 글꼴", _font("NanumMyeongjo*.ttf"))
MAGIC = Package("libmagic1", "올린 파일의 종류 확인", lambda: ctypes.util.find_library("magic") is not None)
CJK = Package("fonts-noto-cjk", "드문 한자의 글꼴", _font("NotoSerifCJK*.ttc"))
CHROMIUM = Package("chromium", "브라우저 시험", _command("chromium", "chromium-browser", "google-chrome"))
POSTGRESQL = Package("postgresql", "PostgreSQL 시험", _command("initdb"))
SOFTHSM = Package("softhsm2", "열쇠 장치(PKCS#11) 시험", lambda: softhsm_module() is not None)
PGBOUNCER = Package("pgbouncer", "PostgreSQL 연결 나누기 시험", _command("pgbouncer"))
STRACE = Package("strace", "정전과 내구성 시험", _command("strace"))
NGINX = Package("nginx", "성능 비교의 기준", _command("nginx"))

TO_RUN = (NANUM, MAGIC)
TO_TEST = (*TO_RUN, CJK, SOFTHSM)
TO_TEST_WHOLE = (*TO_TEST, CHROMIUM, POSTGRESQL, PGBOUNCER, STRACE, NGINX)


def require(packages: Iterable[Package]) -> None:
    """Installs what is missing where we may; else raises LaunchError with the line to run."""
    missing = [package for package in packages if not package.is_here()]
    if not missing:
        return
    what = ", ".join(f"{p.what}({p.apt})" for p in missing)
    if not may_install():
        raise LaunchError(
            f"이 컴퓨터에 {what}이(가) 없어 진행하지 않았습니다. 관리자에게 아래 한 줄을 부탁한 뒤 다시 실행해 주세요.\n"
            f"  {apt_line(missing)}"
        )
    tell(f"{what}을(를) 설치합니다… / installing system packages…")
    _install([package.apt for package in missing])


def may_install() -> bool:
    """Whether we are the administrator of a Debian or Ubuntu."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_line(packages: Iterable[Package]) -> str:
    """What an administrator types."""
    return "sudo apt-get install -y " + " ".join(package.apt for package in packages)


def _install(names: list[str]) -> None:
    """Asks the known package lists first; fetches new ones only when those do not suffice."""
    if _apt("install", "-y", "--no-install-recommends", *names):
        return
    if not (_apt("update") and _apt("install", "-y", "--no-install-recommends", *names)):
        raise failure(", ".join(names))


def _apt(*words: str) -> bool:
    settings = {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}  # asks nothing, starts no services
    return runs_well(["apt-get", "-q", "-o", "Acquire::Retries=1", *words], settings=settings)
