"""Every error of the house derives from EokError, so that a page or a terminal shows its sentence.

What never leaves the function that called is named here with the reason.
"""

import importlib
import pkgutil

import eok
from eok.core.errors import EokError

NEVER_SHOWN = {
    "LeaseLostError": "between the worker and its own transaction",
    "PermanentError": "from a job to the worker: dead at once",
    "Fault": "linkage/exchange.py makes it a LinkageError",
    "MalformedError": "seal.py makes it a SealError",
    "UnknownSignerError": "seal.py makes it a SealError",
    "WrongSignatureError": "seal.py makes it a SealError",
    "_LeftError": "one case of a batch, told as a line of its result",
}


def test_every_error_can_be_shown() -> None:
    strangers = {kind.__name__ for kind in _errors() if not issubclass(kind, EokError)}

    assert strangers == set(NEVER_SHOWN)


def test_every_error_has_a_status_of_an_error() -> None:
    odd = {k.__name__: k.status for k in _errors() if issubclass(k, EokError) and not 400 <= k.status < 600}

    assert odd == {}


def _errors() -> set[type[Exception]]:
    """Every exception class our modules define."""
    modules = [
        importlib.import_module(m.name) for m in pkgutil.walk_packages(eok.__path__, "eok.") if _ours(m.name)
    ]
    found = (kind for module in modules for kind in vars(module).values() if isinstance(kind, type))
    return {kind for kind in found if issubclass(kind, Exception) and kind.__module__.startswith("eok.")}


def _ours(module: str) -> bool:
    return ".migrations" not in module and module != "eok.wsgi"
