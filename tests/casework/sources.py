"""Sources of shared records that answer as a test has it, in this process: for what no simulator can be told to do."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from eok.core import clock
from eok.linkage import ports

PAPER = "business-registration"
RIGHT = {
    "상호": "하늘상점", "대표자 성명": "김하늘", "사업자등록번호": "123-45-67891",
    "사업장 소재지": "서울특별시 서초구 시범대로 12, 3층", "개업일": "2026-11-02",
}  # fmt: skip
OTHER = {**RIGHT, "상호": "푸른책방"}

Word = Callable[[ports.Lookup], ports.RecordFound | ports.RecordAbsent | ports.RecordByHand]
_script: list[Word] = []
asked: list[ports.Lookup] = []
"""What came to the source, in order."""


class Scripted(ports.SharedRecords):
    """Says one word after the other; the last again and again."""

    @classmethod
    def from_settings(cls) -> "Scripted":
        return cls()

    def check(self) -> None:
        return

    def look_up(self, lookup: ports.Lookup) -> ports.RecordFound | ports.RecordAbsent | ports.RecordByHand:
        asked.append(lookup)
        word = _script.pop(0) if len(_script) > 1 else _script[0]
        return word(lookup)


@contextmanager
def saying(*words: Word) -> Iterator[None]:
    _script[:], asked[:] = words, []
    yield


def found(facts: Mapping[str, str], number: str = "L1") -> Word:
    return lambda _: ports.RecordFound(facts, "국세청(시험용)", clock.now(), number)


def fails(error: Exception) -> Word:
    def word(_: ports.Lookup) -> ports.RecordFound:
        raise error

    return word
