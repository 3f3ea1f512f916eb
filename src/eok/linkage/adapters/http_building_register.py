"""건축물대장 by the public service `BldRgstHubService` (`published`, data.go.kr 1613000), 층별개요 `getBrFlrOulnInfo`.

`EOK_BUILDING_REGISTER_URL` is the address of the service without the operation, `EOK_BUILDING_REGISTER_SECRET` the 서비스키.
Errors come with status 200 and a code: 00 is good, 03 no data, 20 to 33 mean the key. Of one hit `item` is an object,
of several a list, of none `items` is an empty text.
"""

from typing import Any, Self

from pydantic import BaseModel, field_validator

from eok.linkage import configuration, ports
from eok.linkage.errors import LinkageError
from eok.linkage.exchange import INTERACTIVE, SIMULATOR_HEADER, Call, Exchange
from eok.linkage.sentences import sentence

SYSTEM = "building_register"
GOOD, NO_DATA = "00", "03"
KEY_REFUSED = ("20", "21", "22", "30", "31", "32", "33")
BELOW_GROUND = "10"  # flrGbCd: 10 지하, 20 지상, 21 옥탑
ABOVE_GROUND = "20"
ROWS = 300


class Floor(BaseModel):
    flrGbCd: str = ""
    flrNo: int = 0
    mainPurpsCdNm: str = ""
    etcPurps: str | None = ""
    area: str = ""

    @field_validator("flrGbCd", "area", "mainPurpsCdNm", mode="before")
    @classmethod
    def _as_text(cls, value: Any) -> str:
        return "" if value is None else str(value).strip()


class Items(BaseModel):
    item: list[Floor] = []

    @field_validator("item", mode="before")
    @classmethod
    def _one_is_a_list(cls, value: Any) -> Any:
        return [value] if isinstance(value, dict) else value


class Body(BaseModel):
    items: Items = Items()

    @field_validator("items", mode="before")
    @classmethod
    def _none_is_empty(cls, value: Any) -> Any:
        return value or {}


class Header(BaseModel):
    resultCode: str


class Answer(BaseModel):
    header: Header
    body: Body = Body()


class Said(BaseModel):
    response: Answer


class Register(ports.BuildingRegister):
    """Reads use and area of each floor, nothing of owners."""

    connected = True

    def __init__(self, exchange: Exchange, key: str) -> None:
        self._exchange = exchange
        self._key = key

    @classmethod
    def from_settings(cls) -> Self:
        url = configuration.address(SYSTEM, "EOK_BUILDING_REGISTER_URL")
        key = configuration.required(SYSTEM, "EOK_BUILDING_REGISTER_SECRET")
        line = Exchange(SYSTEM, url, patience=INTERACTIVE, allow_simulator=configuration.allow_simulator())
        return cls(line, key)

    def check(self) -> None:
        self.floors(ports.Lot("11110", "11900", mountain=False, main_no=1))

    def floors(self, lot: ports.Lot) -> ports.BuildingFound | None:
        params = {
            "serviceKey": self._key,
            "sigunguCd": lot.district_code,
            "bjdongCd": lot.dong_code,
            "platGbCd": "1" if lot.mountain else "0",
            "bun": f"{lot.main_no:04d}",
            "ji": f"{lot.sub_no:04d}",
            "numOfRows": str(ROWS),
            "pageNo": "1",
            "_type": "json",
        }
        answer = self._exchange.send(Call("floors", "GET", "/getBrFlrOulnInfo", params=params))
        said = answer.read(Said).response
        self._require_good(said.header.resultCode)
        found = tuple(
            _floor(row) for row in said.body.items.item if row.flrGbCd in (BELOW_GROUND, ABOVE_GROUND)
        )
        return ports.BuildingFound(found, SIMULATOR_HEADER in answer.headers) if found else None

    def _require_good(self, code: str) -> None:
        if code in (GOOD, NO_DATA):
            return
        if code in KEY_REFUSED:
            wrong = sentence(SYSTEM, "credentials", setting="EOK_BUILDING_REGISTER_SECRET")
            raise LinkageError(SYSTEM, wrong, retryable=False)
        raise LinkageError(SYSTEM, sentence(SYSTEM, "broken"), retryable=True)


def _floor(row: Floor) -> ports.BuildingFloor:
    other = (row.etcPurps or "").strip()
    main = row.mainPurpsCdNm
    use = f"{main}({other})" if other and other != main else main
    return ports.BuildingFloor(-row.flrNo if row.flrGbCd == BELOW_GROUND else row.flrNo, use, row.area)
