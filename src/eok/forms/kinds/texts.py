"""Free text, names of people, numbers of licences."""

import unicodedata

from eok.catalogue.schema import Question
from eok.forms.kinds.base import Around, Line, Reading

_IN_NAMES = frozenset(" -'’.,·()")


class LongText(Line):
    """Several lines."""

    limit = 2000
    lines = True


class PersonName(Line):
    """A person's name in any script: rare Hangul, hanja (also beside it in brackets), foreign names with blanks."""

    limit = 60

    def parse(self, question: Question, text: str, around: Around) -> Reading:
        wrong = "".join(dict.fromkeys(c for c in text if not _in_name(c)))
        if wrong:
            return Reading(
                problem=f"이름에 쓸 수 없는 글자가 있어요({wrong[:5]}). 이름은 글자로만 적을 수 있어요. 빼고 다시 적어 주세요."
            )
        return Reading(text)


class LicenceNo(Line):
    """허가·신고·등록 번호: each office writes its own shape, so only that there is a number in it."""

    limit = 40

    def parse(self, question: Question, text: str, around: Around) -> Reading:
        if any(c.isdigit() for c in text):
            return Reading(text)
        return Reading(
            problem="번호가 들어 있지 않아요. 증서에 적힌 번호가 있어야 찾을 수 있어요. 예) 제2024-0012345호"
        )


def _in_name(character: str) -> bool:
    return character in _IN_NAMES or unicodedata.category(character)[0] in "LM"
