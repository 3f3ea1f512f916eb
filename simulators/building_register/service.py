"""Answers 층별개요 of invented buildings; errors come with status 200 and a code, as the public service sends them."""

from pathlib import Path
from typing import Any

import yaml

from simulators.http import Request, Response, Route, as_json
from simulators.server import Options
from simulators.simulator import Simulator
from simulators.store import Store

BUILDINGS = Path(__file__).parent.parent / "buildings.yaml"
CODES = ("11650", "99900")
"""Those of the invented addresses."""


class Service(Simulator):
    name = "building_register"
    title = "시험용 건축물대장"
    protocol = "published"

    def __init__(self, options: Options) -> None:
        super().__init__(Store(options.state))
        self._key = options.secret
        self._all: list[dict[str, Any]] = yaml.safe_load(BUILDINGS.read_text("utf-8"))

    def routes(self) -> list[Route]:
        return [Route("GET", "/1613000/BldRgstHubService/getBrFlrOulnInfo", self._floors)]

    def _floors(self, request: Request) -> Response:
        return self.modes.carry_out(lambda: as_json({"response": self._answer(dict(request.query))}))

    def _answer(self, asked: dict[str, str]) -> dict[str, Any]:
        if asked.get("serviceKey") != self._key:
            return _said("30", "SERVICE KEY IS NOT REGISTERED ERROR.", [])
        if (asked.get("sigunguCd"), asked.get("bjdongCd")) != CODES:
            return _said("00", "NORMAL SERVICE.", [])
        lot = f"{int(asked.get('bun', '0'))}-{int(asked.get('ji', '0'))}"
        found = [floor for one in self._all if one["jibun"] == lot for floor in one["floors"]]
        return _said("00", "NORMAL SERVICE.", [_item(floor) for floor in found])


def _said(code: str, words: str, items: list[dict[str, Any]]) -> dict[str, Any]:
    """One hit is an object, several are a list, none is an empty text."""
    shaped: Any = {"item": items[0] if len(items) == 1 else items} if items else ""
    body = {"items": shaped, "numOfRows": "300", "pageNo": "1", "totalCount": str(len(items))}
    return {"header": {"resultCode": code, "resultMsg": words}, "body": body}


def _item(floor: dict[str, Any]) -> dict[str, Any]:
    below = floor["floor"] < 0
    return {
        "flrGbCd": "10" if below else "20",
        "flrGbCdNm": "지하" if below else "지상",
        "flrNo": abs(floor["floor"]),
        "flrNoNm": f"{'지하' if below else ''}{abs(floor['floor'])}층",
        "mainPurpsCdNm": floor["use"],
        "etcPurps": floor.get("other", ""),
        "area": floor["area"],
    }
