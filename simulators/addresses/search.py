"""Searches invented addresses; errors come with status 200 and a code, as the public one sends them."""

from pathlib import Path
from typing import Any

import yaml

from simulators.http import Request, Response, Route, as_json
from simulators.server import Options
from simulators.simulator import Simulator
from simulators.store import Store

ADDRESSES = Path(__file__).parent.parent / "addresses.yaml"
CODE_OF_DONG = "1165099900"  # 서초구's five digits; the rest is given to no 동 we know of

ERRORS = {
    "E0001": "승인되지 않은 KEY입니다.",
    "E0005": "검색어가 입력되지 않았습니다.",
    "E0008": "검색어는 두 글자 이상이어야 합니다.",
}


class Search(Simulator):
    name = "addresses"
    title = "시험용 주소 찾기"
    protocol = "published"

    def __init__(self, options: Options) -> None:
        super().__init__(Store(options.state))
        self._key = options.secret
        self._all: list[dict[str, Any]] = yaml.safe_load(ADDRESSES.read_text("utf-8"))

    def routes(self) -> list[Route]:
        return [Route(method, "/addrlink/addrLinkApi.do", self._search) for method in ("GET", "POST")]

    def _search(self, request: Request) -> Response:
        asked = {**request.query, **request.form()}
        return self.modes.carry_out(lambda: as_json({"results": self._results(asked)}))

    def _results(self, asked: dict[str, str]) -> dict[str, Any]:
        words, page, size = (
            asked.get("keyword", ""),
            asked.get("currentPage", "1"),
            asked.get("countPerPage", "10"),
        )
        error = self._error(asked.get("confmKey", ""), words)
        found = (
            [] if error else [row for row in self._all if all(word in _whole(row) for word in words.split())]
        )
        start = (int(page) - 1) * int(size)
        common = {
            "errorCode": error or "0",
            "errorMessage": ERRORS.get(error, "정상"),
            "totalCount": str(len(found)),
            "currentPage": page,
            "countPerPage": size,
        }
        return {"common": common, "juso": [_juso(row) for row in found[start : start + int(size)]]}

    def _error(self, key: str, words: str) -> str:
        if key != self._key:
            return "E0001"
        if not words.strip():
            return "E0005"
        return "E0008" if len(words.strip()) < 2 else ""


def _whole(row: dict[str, Any]) -> str:
    return f"{row['road']} ({row['dong']}, {row['building']}) {row['jibun']}"


def _juso(row: dict[str, Any]) -> dict[str, str]:
    extra = ", ".join(filter(None, (row["dong"], row["building"])))
    return {
        "roadAddr": f"{row['road']} ({extra})",
        "roadAddrPart1": row["road"],
        "roadAddrPart2": f" ({extra})",
        "jibunAddr": f"서울특별시 서초구 {row['dong']} {row['jibun']} {row['building']}".strip(),
        "engAddr": "",
        "zipNo": row["postcode"],
        "admCd": CODE_OF_DONG,
        "bdNm": row["building"],
        "siNm": "서울특별시",
        "sggNm": "서초구",
        "emdNm": row["dong"],
    }
