"""`./eok sbom`: the software bill of materials, CycloneDX 1.6 as JSON, Python and Node in one.

Python comes from the environment as it is installed, Node from the lock files. What only tests need is
marked `excluded`, as the standard says. The whole is checked against the standard's schema before it is written.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eok.core.launch import requirements
from eok.core.launch.errors import LaunchError
from eok.core.launch.places import ROOT, state_dir, tool
from eok.core.launch.voice import answer

NODE_LOCKS = (ROOT / "package-lock.json", ROOT / "tests" / "simulators" / "package-lock.json")
NAME = "sbom.cdx.json"

Component = dict[str, Any]  # Any: as the standard's JSON is


class BillError(LaunchError):
    """The list could not be made, or is not as the standard wants it."""


def main(arguments: Sequence[str]) -> int:
    """0 when it was written and keeps to the schema."""
    parser = argparse.ArgumentParser(
        prog="./eok sbom", description="쓰는 꾸러미의 목록(CycloneDX 1.6)을 만듭니다."
    )
    parser.add_argument("--out", type=Path, default=state_dir() / NAME, help="쓸 파일, 화면에 보이려면 -")
    out: Path = parser.parse_args(arguments).out
    requirements.add("test")
    text = json.dumps(bill(), ensure_ascii=False, indent=1)
    require_valid(text)
    if str(out) == "-":
        answer(text)
        return 0
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(text, encoding="utf-8")
    answer(f"{out}: 꾸러미 {len(json.loads(text)['components'])}개")
    return 0


def bill() -> Component:
    """The whole list. Raises BillError."""
    made = _of_python()
    shipped = shipped_names()
    for component in made["components"]:
        component["scope"] = "required" if _plain(component["name"]) in shipped else "excluded"
    made["components"] += [one for lock in NODE_LOCKS for one in node_components(lock)]
    made["metadata"]["component"] = {
        "type": "application",
        "bom-ref": "eok",
        "name": "eok",
    }
    return made


def shipped_names() -> frozenset[str]:
    """Packages of runtime.txt: what a district runs."""
    text = (ROOT / "requirements" / "runtime.txt").read_text(encoding="utf-8")
    return frozenset(_plain(name) for name in re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==", text, re.M))


def node_components(lock: Path) -> list[Component]:
    """Of a package-lock.json; where the lock serves tests alone, all of it is excluded."""
    packages: dict[str, Any] = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    for_tests = lock.parent != ROOT
    return [
        _of_node(place.rpartition("node_modules/")[2], entry, place, for_tests=for_tests)
        for place, entry in packages.items()
        if place
    ]


def require_valid(text: str) -> None:
    """Raises BillError with what the schema says."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if fault is not None:
        raise BillError(f"꾸러미 목록이 CycloneDX 1.6에 맞지 않습니다. 쓰지 않았습니다. {str(fault)[:300]}")


def _of_python() -> Component:
    command = [tool("cyclonedx-py"), "environment", "--output-reproducible", "--of", "JSON", sys.executable]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise BillError(f"파이썬 꾸러미의 목록을 만들지 못했습니다. 쓰지 않았습니다. {done.stderr[-300:]}")
    made: Component = json.loads(done.stdout)
    return made


def _of_node(name: str, entry: Component, place: str, *, for_tests: bool) -> Component:
    licence = entry.get("license", "")
    known = {"BSD-0-Clause": "0BSD"}.get(licence, licence)
    return {
        "type": "library",
        "bom-ref": f"{'tests:' if for_tests else ''}{place}@{entry['version']}",
        "name": name,
        "version": entry["version"],
        "purl": f"pkg:npm/{name.replace('@', '%40')}@{entry['version']}",
        "scope": "excluded" if for_tests or entry.get("dev") else "required",
        "licenses": [{"expression": known}] if known else [],
    }


def _plain(name: str) -> str:
    """One spelling of a Python package's name (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
