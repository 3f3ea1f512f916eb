"""Promises of OWASP ASVS 5 that hold for the whole house, each read off the code itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.repository import ROOT, files

SOURCES = [path for path in files("src", ".py") if "migrations" not in path.parts]
DANGEROUS = {"eval", "exec", "compile", "__import__"}
BARRED_MODULES = {
    "pickle",
    "marshal",
    "shelve",
    "random",
    "xml",
    "lxml",
    "telnetlib",
    "ftplib",
    "smtplib",
    "ldap",
}
HARMLESS = {
    "core/launch/tally.py": {"xml"},  # the report of our own test run
    "linkage/exchange.py": {"random"},  # pauses between attempts, so that callers spread out
}
WEAK = re.compile(r"\b(md5|sha1|DES|RC4|ECB|PKCS1v15)\b")


def calls(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        if isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]


def test_nothing_typed_is_ever_run() -> None:
    """V1.3.2, V1.5.2: no eval, no pickle; V1.5.1: no XML parser; V11.5.1: no guessable random numbers."""
    run = {str(path): set(calls(path)) & DANGEROUS for path in SOURCES}
    barred = {
        path.relative_to(ROOT / "src" / "eok").as_posix(): set(imports(path)) & BARRED_MODULES
        for path in SOURCES
    }

    assert {path: found for path, found in run.items() if found} == {}
    assert {path: found for path, found in barred.items() if found} == HARMLESS


def test_our_scripts_put_text_in_as_text() -> None:
    """V3.2.2."""
    scripts = {path.name: path.read_text(encoding="utf-8") for path in files("src", ".js")}

    assert scripts
    assert [
        n
        for n, s in scripts.items()
        if re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write", s)
    ] == []


def test_our_scripts_keep_nothing_in_the_browser() -> None:
    """V14.3.3: only whether keys are switched off."""
    kept = re.compile(r"localStorage|sessionStorage|indexedDB|document\.cookie")

    assert [p.name for p in files("src", ".js") if kept.search(p.read_text(encoding="utf-8"))] == ["keys.js"]


def test_no_shell_is_asked() -> None:
    """V1.2.5: programs are called by a list of words."""
    shells = [
        str(p)
        for p in SOURCES
        if re.search(r"shell=True|os\.system|os\.popen", p.read_text(encoding="utf-8"))
    ]

    assert shells == []


def test_no_weak_cipher_or_digest_is_named() -> None:
    """V11.3.1, V11.3.2, V11.4.1."""
    code = {str(p): WEAK.findall(_without_words(p)) for p in SOURCES}

    assert {path: found for path, found in code.items() if found} == {}


def _without_words(path: Path) -> str:
    """The code of a module without docstrings and comments."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            node.value.value = ""
    return ast.unparse(tree)


def test_statements_are_never_put_together_from_text() -> None:
    """V1.2.4."""
    spliced = [
        str(p) for p in SOURCES if re.search(r"\.raw\(|\.extra\(|RawSQL", p.read_text(encoding="utf-8"))
    ]

    assert spliced == []
