"""The part of `check()` that our assumed protocols share: does the system know us?"""

from eok.linkage.errors import LinkageError
from eok.linkage.exchange import Call, Exchange
from eok.linkage.sentences import sentence


def require_known(exchange: Exchange, setting: str) -> None:
    """Connection and credentials work. Raises LinkageError naming the setting to mend."""
    answer = exchange.send(Call("account", "GET", "/account", expects=(200, 401)))
    if answer.status == 401:
        wrong = sentence(exchange.system, "credentials", setting=setting)
        raise LinkageError(exchange.system, wrong, retryable=False)
