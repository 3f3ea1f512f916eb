"""Finds every adapter in `eok.linkage.adapters` and the rig its test file builds it with.

A new adapter brings `tests/linkage/adapters/test_<module>.py` with `rig(port)`: a context manager that
gives the adapter ready to use. The contract tests then run over it by themselves.
"""

import importlib
import inspect
import pkgutil
from contextlib import AbstractContextManager
from typing import Any

import eok.linkage.adapters


def adapters_of(port: type) -> list[str]:
    """Names of the modules that hold an adapter of the port."""
    names = [module.name for module in pkgutil.iter_modules(eok.linkage.adapters.__path__)]
    return [name for name in names if _fulfils(name, port)]


def rig(module: str, port: type) -> AbstractContextManager[Any]:
    tests = importlib.import_module(f"tests.linkage.adapters.test_{module}")
    made: AbstractContextManager[Any] = tests.rig(port)
    return made


def _fulfils(name: str, port: type) -> bool:
    module = importlib.import_module(f"eok.linkage.adapters.{name}")
    classes = [
        cls for _, cls in inspect.getmembers(module, inspect.isclass) if cls.__module__ == module.__name__
    ]
    return any(port in cls.__mro__ for cls in classes)
