"""Which programs one installation consists of, and the settings they share.

Simulators stand in for outside systems only where the operator named no adapter, and never in
production: there every port falls back to its manual adapter.
"""

import http.client
import os
import secrets
import socket
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from eok.core.launch.children import Program
from eok.core.launch.ports import free_port

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Simulator:
    """An outside system played by a process of ours."""

    name: str
    """`python -m simulators.<name> --port P`."""
    setting: str
    """The port it serves; `<setting>_URL` and `<setting>_SECRET` go with it."""
    adapter: str
    path: str = ""
    """Where below its address the adapter calls."""


_ADAPTERS = "eok.linkage.adapters"
SIMULATORS = (
    Simulator("identity", "EOK_IDENTITY", f"{_ADAPTERS}.oidc.Provider"),
    Simulator("sms", "EOK_SMS", f"{_ADAPTERS}.http_sms.Gateway"),
    Simulator("tax_office", "EOK_TAX_OFFICE", f"{_ADAPTERS}.http_tax_office.TaxOffice"),
    Simulator("payments", "EOK_PAYMENTS", f"{_ADAPTERS}.http_payments.Gateway"),
    Simulator("shared_records", "EOK_SHARED_RECORDS", f"{_ADAPTERS}.http_shared_records.Records"),
    Simulator("addresses", "EOK_ADDRESSES", f"{_ADAPTERS}.http_addresses.Search", "/addrlink/addrLinkApi.do"),
    Simulator(
        "building_register",
        "EOK_BUILDING_REGISTER",
        f"{_ADAPTERS}.http_building_register.Register",
        "/1613000/BldRgstHubService",
    ),  # fmt: skip
)


@dataclass(frozen=True)
class Place:
    """Where the portal listens."""

    host: str
    port: int

    @property
    def url(self) -> str:
        """What to type into a browser on this machine."""
        host = LOOPBACK if self.host in ("0.0.0.0", "::") else self.host
        return f"http://[{host}]:{self.port}" if ":" in host else f"http://{host}:{self.port}"


@dataclass(frozen=True)
class Plan:
    """Programs in the order of their start, and the environment all of them see."""

    programs: tuple[Program, ...]
    environment: Mapping[str, str]


def plan(place: Place, *, demo: bool, environ: Mapping[str, str] = os.environ) -> Plan:
    """demo: play the outside systems that the operator named no adapter for."""
    environment = dict(environ) | {"EOK_PORT": str(place.port)}
    if "EOK_BASE_URL" not in environment and place.host == LOOPBACK:
        environment.setdefault(
            "EOK_FILES_URL", f"http://localhost:{place.port}"
        )  # another origin, the same server
    environment.setdefault("EOK_BASE_URL", place.url)
    programs: list[Program] = []
    for number, simulator in enumerate(SIMULATORS if demo else (), start=1):
        if simulator.setting in environ:
            continue
        port = free_port(LOOPBACK, place.port + number)
        environment |= _settings(simulator, port)
        programs.append(_simulator(simulator, port))
    programs += [_worker(), _server(place, environment.get("EOK_WORKERS", "2"))]
    return Plan(tuple(programs), environment)


def _settings(simulator: Simulator, port: int) -> dict[str, str]:
    return {
        simulator.setting: simulator.adapter,
        f"{simulator.setting}_URL": f"http://{LOOPBACK}:{port}{simulator.path}",
        f"{simulator.setting}_SECRET": secrets.token_urlsafe(24),
    }


def _simulator(simulator: Simulator, port: int) -> Program:
    command = (sys.executable, "-m", f"simulators.{simulator.name}", "--port", str(port))
    return Program(simulator.name, command, is_ready=_listens(port))


def _worker() -> Program:
    return Program("worker", (sys.executable, "-m", "eok.run", "worker"), starts_last=True)


def _server(place: Place, workers: str) -> Program:
    """One blocking thread a process: more only wait for each other (docs/performance.md)."""
    options = {
        "--interface": "wsgi",
        "--host": place.host,
        "--port": str(place.port),
        "--workers": workers,
        "--blocking-threads": "1",
        "--backlog": "1024",
        "--backpressure": "64",  # a process takes on no more than it answers in a few seconds
        "--http": "1",
        "--workers-kill-timeout": "10",
        "--log-level": "warning",
    }
    words = [word for option in options.items() for word in option]
    command = (
        sys.executable,
        "-m",
        "granian",
        *words,
        "--no-ws",
        "--respawn-failed-workers",
        "eok.wsgi:application",
    )
    return Program("server", command, is_ready=_answers(place))


def _listens(port: int) -> Callable[[], bool]:
    def ready() -> bool:
        try:
            socket.create_connection((LOOPBACK, port), timeout=0.5).close()
        except OSError:
            return False
        return True

    return ready


def _answers(place: Place) -> Callable[[], bool]:
    host = LOOPBACK if place.host == "0.0.0.0" else "::1" if place.host == "::" else place.host

    def ready() -> bool:
        connection = http.client.HTTPConnection(host, place.port, timeout=1)
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    return ready
