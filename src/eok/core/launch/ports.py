"""Ports on this machine: is one free, which one is."""

import errno
import socket

from eok.core.launch.errors import LaunchError


def require_free(host: str, port: int) -> None:
    """Raises LaunchError with a sentence when we could not listen there."""
    try:
        _bind(host, port).close()
    except OSError as error:
        raise LaunchError(_sentence(host, port, error)) from error


def free_port(host: str, preferred: int) -> int:
    """The preferred port, so that addresses stay the same from start to start; else any free one."""
    for port in (preferred, 0):
        try:
            taken = _bind(host, port)
        except (OSError, OverflowError):
            continue
        with taken:
            return int(taken.getsockname()[1])
    raise LaunchError(f"{host}에 빈 포트가 없습니다. 다른 프로그램을 닫고 다시 시작해 주세요.")


def _bind(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    return listener


def _sentence(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        what = f"포트 {port}번을 다른 프로그램이 쓰고 있어 시작하지 않았습니다."
    elif error.errno == errno.EACCES:
        what = f"포트 {port}번은 관리자만 열 수 있어 시작하지 않았습니다."
    else:
        what = f"{host}의 포트 {port}번을 열 수 없어 시작하지 않았습니다({error.strerror})."
    return f"{what} 다른 번호로 시작해 주세요: ./eok start --port {port + 1 if port > 1023 else 8000}"
