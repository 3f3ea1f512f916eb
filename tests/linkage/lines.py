"""Exchanges for tests: impatient, and with the demonstration's secret."""

from eok.linkage.breaker import Breaker
from eok.linkage.exchange import Exchange, Patience
from eok.linkage.shared_secret import bearer
from tests.simulators.process import SECRET

IMPATIENT = Patience(connect_seconds=1.0, read_seconds=0.4, whole_seconds=5.0, attempts=3, pause_seconds=0.01)
CALM = Patience(connect_seconds=5.0, read_seconds=10.0, whole_seconds=20.0)


def line(
    system: str, url: str, *, secret: str = SECRET, patience: Patience = CALM, breaker: Breaker | None = None
) -> Exchange:
    headers = {"Authorization": bearer(secret)}
    return Exchange(system, url, headers=headers, patience=patience, breaker=breaker, allow_simulator=True)
