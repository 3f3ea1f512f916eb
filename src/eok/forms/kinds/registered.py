"""Numbers the state gives businesses: shape and check digit; whether one exists is looked up by consent."""

from collections.abc import Callable

from eok.catalogue.schema import Question
from eok.forms.kinds.base import Around, PlainLine, Reading
from eok.rules import check_digits


class Registered(PlainLine):
    """A number with a check digit, kept with hyphens."""

    limit = 30

    def __init__(self, digits: int, paper: str, check: Callable[[str], str | None]) -> None:
        self.digits, self.paper, self.check = digits, paper, check

    def parse(self, question: Question, text: str, around: Around) -> Reading:
        number = self.check(text)
        if number:
            return Reading(number)
        count = len(check_digits.digits_of(text))
        if count == self.digits:
            return Reading(problem=f"번호가 맞지 않아요. 숫자 {self.digits}자리를 다시 봐 주세요.")
        return Reading(
            problem=f"숫자가 {self.digits}자리여야 하는데 {count}자리예요. {self.paper}에 적힌 번호를 다시 봐 주세요."
        )


def business_no() -> Registered:
    return Registered(10, "사업자등록증", check_digits.business_no)


def corporation_no() -> Registered:
    return Registered(13, "법인 등기사항증명서", check_digits.corporation_no)
