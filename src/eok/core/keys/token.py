"""A PKCS#11 token (OASIS PKCS #11 v2.40): opened when first used, opened again when its session was lost.

The PIN lies in a file of the owner's alone, so that it stands in no environment and no list of processes.
"""

import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pkcs11
from pkcs11 import exceptions as fault

from eok.core.keys import KeyringError

Found = TypeVar("Found")

LOST = (
    fault.SessionClosed,
    fault.SessionHandleInvalid,
    fault.UserNotLoggedIn,
    fault.KeyHandleInvalid,
    fault.ObjectHandleInvalid,
    fault.DeviceRemoved,
    fault.DeviceError,
    fault.TokenNotPresent,
)
"""The token forgot us, as after it was pulled or started anew: what was asked is asked once more."""


PIN_REFUSED = (fault.PinIncorrect, fault.PinInvalid, fault.PinLenRange, fault.PinLocked)


class TokenError(KeyringError):
    """The token is not there, or does not let us in. Nothing was lost: what was stored is read when it is back."""

    status = 503


class Token:
    """One token, one session of this process, one question at a time."""

    def __init__(self, module: Path, label: str, pin_file: Path) -> None:
        self._module, self._label, self._pin_file = module, label, pin_file
        self._lock = threading.RLock()
        self._session: pkcs11.Session | None = None
        self._process = 0
        self._shut_out: TokenError | None = None
        """The PIN was refused: asking on would lock the token."""
        self.objects: dict[object, Any] = {}
        """What was found in this session; emptied with it."""

    def ask(self, work: Callable[[pkcs11.Session], Found]) -> Found:
        """Raises TokenError."""
        with self._lock:
            if self._shut_out:
                raise self._shut_out
            try:
                return self._ask_twice(work)
            except fault.PKCS11Error as error:
                told = _told(error, self._label)
                self._shut_out = told if isinstance(error, PIN_REFUSED) else None
                raise told from error

    def close(self) -> None:
        """Leave; the next question opens it again."""
        with self._lock:
            session, self._session = self._session, None
            self.objects.clear()
            if session is not None and self._process == os.getpid():
                session.close()

    def _ask_twice(self, work: Callable[[pkcs11.Session], Found]) -> Found:
        try:
            return work(self._opened())
        except LOST:
            self._session = None
            self.objects.clear()
            return work(self._opened())

    def _opened(self) -> pkcs11.Session:
        if self._session is None or self._process != os.getpid():
            self.objects.clear()
            self._session = self._open()
            self._process = os.getpid()
        return self._session

    def _open(self) -> pkcs11.Session:
        if not self._module.is_file():
            raise TokenError(
                f"열쇠 장치의 모듈 {self._module}이(가) 없어 열쇠를 쓸 수 없습니다. 장치의 프로그램을 설치하고 "
                "EOK_PKCS11_MODULE의 경로를 확인해 주세요."
            )
        pin = _pin(self._pin_file)
        token = pkcs11.lib(str(self._module)).get_token(token_label=self._label)
        try:
            return token.open(rw=True, user_pin=pin)
        except fault.UserAlreadyLoggedIn:
            return token.open(rw=True)


def _pin(path: Path) -> str:
    try:
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise TokenError(
                f"열쇠 장치의 비밀번호 파일 {path}을(를) 남이 읽을 수 있어 쓰지 않았습니다. chmod 0600 {path} 뒤에 다시 해 주세요."
            )
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise TokenError(
            f"열쇠 장치의 비밀번호 파일 {path}을(를) 읽지 못해 열쇠를 쓸 수 없습니다. EOK_PKCS11_PIN_FILE과 권한을 확인해 주세요."
        ) from error


def _told(error: fault.PKCS11Error, label: str) -> TokenError:
    if isinstance(error, fault.PinLocked):
        return TokenError(f"열쇠 장치 {label}이(가) 잠겼습니다. 장치의 관리자가 풀어야 다시 쓸 수 있습니다.")
    if isinstance(error, PIN_REFUSED):
        return TokenError(
            f"열쇠 장치 {label}의 비밀번호가 맞지 않아 열쇠를 쓸 수 없습니다. 여러 번 틀리면 장치가 잠기므로 다시 묻지 "
            "않습니다. 비밀번호 파일을 고친 뒤에 다시 시작해 주세요."
        )
    if isinstance(error, fault.NoSuchToken | fault.TokenNotPresent | fault.DeviceRemoved):
        return TokenError(
            f"열쇠 장치 {label}이(가) 보이지 않아 열쇠를 쓸 수 없습니다. 저장된 것은 그대로입니다. 장치가 이어져 있는지, "
            "EOK_PKCS11_TOKEN이 맞는지 확인해 주세요."
        )
    return TokenError(
        f"열쇠 장치 {label}이(가) 답하지 않았습니다({type(error).__name__}). 저장된 것은 그대로입니다. 장치의 상태를 "
        "확인하고 다시 해 주세요."
    )
