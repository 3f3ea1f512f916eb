"""주소 찾기 by the public road-name address search (`addrLinkApi.do`; `published`, business.juso.go.kr).

`EOK_ADDRESSES_URL` is the whole address of the search, `EOK_ADDRESSES_SECRET` the 승인키. Errors come with
status 200 and a code: 0 is good, E0001 and E0014 mean the key, E0005 to E0013 the words, E0015 too many.
"""

from typing import Self

from pydantic import BaseModel

from eok.core.errors import InvalidError
from eok.linkage import configuration, ports
from eok.linkage.errors import LinkageError
from eok.linkage.exchange import INTERACTIVE, SIMULATOR_HEADER, Call, Exchange
from eok.linkage.ports.addresses import A_PAGE
from eok.linkage.sentences import sentence

LONGEST_WORDS = 80
KEY_REFUSED = ("E0001", "E0014")
WORDS_REFUSED = ("E0005", "E0006", "E0008", "E0009", "E0010", "E0011", "E0012", "E0013", "E0015")

TOO_VAGUE = (
    "이 말로는 주소를 찾을 수 없습니다. 너무 짧거나 넓습니다. 도로 이름과 건물 번호를 함께 적어 주세요."
)


class Common(BaseModel):
    errorCode: str


class Juso(BaseModel):
    roadAddr: str
    jibunAddr: str = ""
    zipNo: str
    admCd: str
    bdNm: str = ""


class Results(BaseModel):
    common: Common
    juso: list[Juso] | None = None


class Found(BaseModel):
    results: Results


class Search(ports.AddressSearch):
    """Reads only what the form needs of the twenty fields."""

    hint = "도로 이름과 건물 번호, 또는 건물 이름을 적어 주세요."
    connected = True

    def __init__(self, exchange: Exchange, key: str) -> None:
        self._exchange = exchange
        self._key = key

    @classmethod
    def from_settings(cls) -> Self:
        url = configuration.address("addresses", "EOK_ADDRESSES_URL")
        key = configuration.required("addresses", "EOK_ADDRESSES_SECRET")
        line = Exchange(
            "addresses", url, patience=INTERACTIVE, allow_simulator=configuration.allow_simulator()
        )
        return cls(line, key)

    def check(self) -> None:
        self._ask("세종대로 209", 1)

    def search(self, words: str, page: int = 1) -> list[ports.Address]:
        cleaned = " ".join(words.split())
        if not 2 <= len(cleaned) <= LONGEST_WORDS:
            raise InvalidError(TOO_VAGUE)
        return self._ask(cleaned, page)

    def _ask(self, words: str, page: int) -> list[ports.Address]:
        form = {
            "confmKey": self._key,
            "currentPage": str(page),
            "countPerPage": str(A_PAGE),
            "keyword": words,
            "resultType": "json",
        }
        answer = self._exchange.send(Call("search", "POST", "", form=form))
        results = answer.read(Found).results
        self._require_good(results.common.errorCode)
        trial = SIMULATOR_HEADER in answer.headers
        return [_address(row, trial=trial) for row in results.juso or []]

    def _require_good(self, code: str) -> None:
        if code == "0":
            return
        if code in WORDS_REFUSED:
            raise InvalidError(TOO_VAGUE)
        if code in KEY_REFUSED:
            wrong = sentence("addresses", "credentials", setting="EOK_ADDRESSES_SECRET")
            raise LinkageError("addresses", wrong, retryable=False)
        raise LinkageError("addresses", sentence("addresses", "broken"), retryable=True)


def _address(row: Juso, *, trial: bool) -> ports.Address:
    return ports.Address(row.roadAddr, row.jibunAddr, row.zipNo, row.admCd, row.bdNm, trial)
