"""Every setting of eok, in one table: environment only, prefix `EOK_`.

An unknown or contradictory one refuses to start with a sentence. `docs/settings.md` is held against
this table by a test. The defaults suit a laptop.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from eok.core import proxies
from eok.core.errors import EokError

LONGEST_MINUTES = 240
MANUAL = "eok.linkage.adapters.manual"


class OptionError(EokError):
    """A setting is unknown, unreadable or contradicts another. The sentence is for the operator."""

    status = 500


@dataclass(frozen=True)
class Option:
    name: str
    default: str
    help: str
    """One Korean sentence for the operator."""
    read: Callable[[str], object] = str


def _flag(text: str) -> bool:
    if text not in ("0", "1"):
        raise ValueError("0 또는 1")
    return text == "1"


def _path(text: str) -> Path:
    return Path(text).expanduser().resolve()


def _role(text: str) -> str:
    if text not in ("all", "public", "desk"):
        raise ValueError("all, public, desk 가운데 하나")
    return text


def _clock(text: str) -> str:
    if text and not text.startswith("file:"):
        raise ValueError("비우거나 file:경로")
    return text


def _accept(text: str) -> str:
    if text not in ("snap", "arrival", "manual"):
        raise ValueError("snap, arrival, manual 가운데 하나")
    return text


def _minutes(text: str) -> int:
    if not 1 <= int(text) <= LONGEST_MINUTES:
        raise ValueError(f"1부터 {LONGEST_MINUTES}까지의 분")
    return int(text)


def _files_url(text: str) -> str:
    parts = urlsplit(text)
    if text and (parts.scheme not in ("http", "https") or not parts.netloc or parts.path.strip("/")):
        raise ValueError("비우거나 https://파일.주소처럼 경로 없는 주소")
    return text.rstrip("/")


def _proxies(text: str) -> str:
    proxies.read(text)
    return text


def _database(text: str) -> str:
    if text and not text.startswith(("postgresql://", "postgres://")):
        raise ValueError("비우거나 postgresql://로 시작")
    return text


def _pool(text: str) -> int:
    if not text.isdecimal() or int(text) > 100:
        raise ValueError("0부터 100까지의 수")
    return int(text)


OPTIONS: tuple[Option, ...] = (
    Option("EOK_STATE_DIR", "var", "쓰는 파일이 모두 놓이는 폴더(자료, 열쇠, 올린 파일, 기록)", _path),
    Option("EOK_DATA_DIR", "data", "법이 정한 것(민원사무, 서식, 달력)의 폴더", _path),
    Option("EOK_DISTRICT_DIR", "districts/seocho", "우리 구가 정한 것의 폴더", _path),
    Option("EOK_PRODUCTION", "0", "1이면 실제 운영: 시험용 자료·모의 시스템·기본 열쇠를 거부", _flag),
    Option("EOK_ROLE", "all", "이 프로세스가 여는 쪽: all, public(누리집), desk(업무창)", _role),
    Option("EOK_PORT", "8000", "듣는 포트", int),
    Option("EOK_BASE_URL", "", "누리집의 바깥에서 보이는 주소(비우면 http://127.0.0.1:포트)"),
    Option("EOK_DESK_URL", "", "업무창의 주소(비우면 누리집과 같은 주소)"),
    Option(
        "EOK_PROXIES",
        "",
        "앞에 둔 우리 서버(프록시)의 IP 주소나 대역, 쉼표로 나눔(비우면 아무도 믿지 않음)",
        _proxies,
    ),
    Option("EOK_WORKERS", "2", "웹 프로세스 수(코어 수만큼)", int),
    Option("EOK_DATABASE_URL", "", "비우면 SQLite, 또는 postgresql://사용자@호스트/이름", _database),
    Option("EOK_DATABASE_POOL", "2", "PostgreSQL 연결을 프로세스마다 몇 개까지 둘지(0이면 두지 않음)", _pool),
    Option("EOK_DATABASE_POOLER", "0", "1이면 트랜잭션마다 연결을 나누는 PgBouncer가 앞에 있음", _flag),
    Option("EOK_SECRET_KEY", "", "세션 서명 열쇠(비우면 상태 폴더에 만들어 씀; 운영에서는 필수)"),
    Option("EOK_KEYS", "eok.core.keys.file.FileKeyring", "열쇠를 두는 곳"),
    Option("EOK_PKCS11_MODULE", "", "PKCS#11 장치의 모듈(.so) 경로"),
    Option("EOK_PKCS11_TOKEN", "", "PKCS#11 토큰의 이름(label)"),
    Option("EOK_PKCS11_PIN_FILE", "", "PKCS#11 비밀번호가 든 파일의 경로(주인만 읽을 수 있어야 함)"),
    Option("EOK_CLOCK", "", "시험용 시계 file:경로(운영에서는 거부)", _clock),
    Option("EOK_PUBLIC_DEBUG", "0", "1이면 오류 쪽에 자세한 내용(운영에서는 거부)", _flag),
    Option("EOK_RATES", "1", "0이면 요청 횟수를 세지 않음: 성능을 잴 때만(운영에서는 거부)", _flag),
    Option("EOK_IDENTITY", f"{MANUAL}.Identity", "본인확인 연계"),
    Option("EOK_IDENTITY_URL", "", "본인확인(OpenID Connect) 발급자 주소"),
    Option("EOK_IDENTITY_CLIENT", "eok", "본인확인 클라이언트 이름"),
    Option("EOK_IDENTITY_SECRET", "", "본인확인 클라이언트 비밀값"),
    Option("EOK_SMS", f"{MANUAL}.Sms", "문자 발송 연계"),
    Option("EOK_SMS_URL", "", "문자 발송 시스템 주소"),
    Option("EOK_SMS_SECRET", "", "문자 발송 비밀값"),
    Option("EOK_TAX_OFFICE", f"{MANUAL}.TaxOffice", "등록면허세(세무부서) 연계"),
    Option("EOK_TAX_OFFICE_URL", "", "세무 시스템 주소"),
    Option("EOK_TAX_OFFICE_SECRET", "", "세무 시스템과 나눈 서명 비밀값"),
    Option("EOK_PAYMENTS", f"{MANUAL}.Payments", "전자결제(수수료) 연계"),
    Option("EOK_PAYMENTS_URL", "", "전자결제 시스템 주소"),
    Option("EOK_PAYMENTS_SECRET", "", "전자결제 시스템의 비밀 열쇠"),
    Option("EOK_SHARED_RECORDS", f"{MANUAL}.SharedRecords", "행정정보 공동이용 연계"),
    Option("EOK_SHARED_RECORDS_URL", "", "행정정보 공동이용 시스템 주소"),
    Option("EOK_SHARED_RECORDS_SECRET", "", "행정정보 공동이용 비밀값"),
    Option("EOK_ADDRESSES", f"{MANUAL}.Addresses", "주소 찾기 연계"),
    Option("EOK_ADDRESSES_URL", "", "주소 찾기 시스템 주소"),
    Option("EOK_ADDRESSES_SECRET", "", "주소 찾기 승인 열쇠"),
    Option("EOK_BUILDING_REGISTER", f"{MANUAL}.Buildings", "건축물대장 연계"),
    Option("EOK_BUILDING_REGISTER_URL", "", "건축물대장 서비스 주소"),
    Option("EOK_BUILDING_REGISTER_SECRET", "", "건축물대장 서비스 열쇠"),
    Option("EOK_NOTIFY_CHANNELS", "sms", "알리는 길(쉼표로 나눔)"),
    Option(
        "EOK_CLAMD", "", "악성코드 검사기 주소 unix:경로 또는 host:port(비우면 검사하지 않고 그렇게 표시)"
    ),
    Option("EOK_UNMASK_MINUTES", "30", "업무창에서 가림을 푼 상태가 이어지는 시간(분, 1부터 240)", _minutes),
    Option(
        "EOK_FILES_URL",
        "",
        "올린 파일을 내보내는 다른 주소(비우면 같은 주소에서 실행을 막는 정책으로 내보냄)",
        _files_url,
    ),
    Option(
        "EOK_ACCEPT",
        "snap",
        "전자 접수 방법(R2): snap 다음 근무시각, arrival 도착 즉시, manual 손으로",
        _accept,
    ),
)


def load(environ: Mapping[str, str] = os.environ) -> dict[str, object]:
    """All settings by name. Raises OptionError with a sentence naming the setting."""
    known = {o.name for o in OPTIONS}
    for name in environ:
        if name.startswith("EOK_") and name not in known:
            raise OptionError(f"{name}은(는) 모르는 설정입니다. docs/settings.md에서 이름을 확인해 주세요.")
    values = {o.name: _value(o, environ.get(o.name, o.default)) for o in OPTIONS}
    _check_together(values)
    return values


def _value(option: Option, text: str) -> object:
    try:
        return option.read(text)
    except ValueError as error:
        raise OptionError(
            f"{option.name}의 값 {text!r}을(를) 읽을 수 없습니다. {option.help} ({error})"
        ) from error


def _check_together(values: Mapping[str, object]) -> None:
    files, base = urlsplit(str(values["EOK_FILES_URL"])), urlsplit(str(values["EOK_BASE_URL"]))
    if files.hostname and files.hostname == base.hostname:
        raise OptionError(
            "EOK_FILES_URL의 호스트 이름이 EOK_BASE_URL과 같습니다. 쿠키는 포트를 가리지 않으므로 올린 파일은 다른 "
            "호스트 이름에서 내보내야 합니다. 다른 이름을 적거나 비워 주세요."
        )
    if values["EOK_PRODUCTION"]:
        _check_production(values)


def _check_production(values: Mapping[str, object]) -> None:
    for name in ("EOK_CLOCK", "EOK_PUBLIC_DEBUG"):
        if values[name]:
            raise OptionError(
                f"{name}은(는) 운영(EOK_PRODUCTION=1)에서 쓸 수 없습니다. 지우고 다시 시작해 주세요."
            )
    if not values["EOK_RATES"]:
        raise OptionError(
            "EOK_RATES=0은 운영(EOK_PRODUCTION=1)에서 쓸 수 없습니다. 요청을 쏟아붓는 사람을 막지 못합니다. "
            "지우고 다시 시작해 주세요."
        )
    for name in ("EOK_SECRET_KEY", "EOK_BASE_URL"):
        if not values[name]:
            raise OptionError(
                f"운영(EOK_PRODUCTION=1)에는 {name}이(가) 필요합니다. 값을 정하고 다시 시작해 주세요."
            )
    if values["EOK_FILES_URL"] and not str(values["EOK_FILES_URL"]).startswith("https://"):
        raise OptionError(
            "EOK_FILES_URL은 운영(EOK_PRODUCTION=1)에서 https://로 시작해야 합니다. 올린 파일이 암호화된 연결로만 "
            "오가게 고쳐 주세요."
        )
    for name in ("EOK_BASE_URL", "EOK_DESK_URL"):
        if values[name] and not str(values[name]).startswith("https://"):
            raise OptionError(
                f"{name}은 운영(EOK_PRODUCTION=1)에서 https://로 시작해야 합니다. 로그인 쿠키가 암호화된 연결로만 "
                "오가게 고쳐 주세요."
            )
