"""Where people and shops are reached: telephone, e-mail, address on the net (Hangul domains too)."""

import re
import unicodedata

from eok.catalogue.schema import Question
from eok.forms.kinds.base import Around, PlainLine, Reading
from eok.rules import check_digits

_LOCAL = re.compile(r"[^\s@\"(),:;<>\[\]\\]{1,64}")
_SCHEME = re.compile(r"^https?://", re.IGNORECASE)


class Phone(PlainLine):
    """Kept with hyphens: 010-1234-5678."""

    limit = 30

    def parse(self, question: Question, text: str, around: Around) -> Reading:
        number = check_digits.phone(text)
        if number:
            return Reading(number)
        return Reading(
            problem="전화번호가 맞지 않아요. 지역번호나 010부터 숫자를 다시 봐 주세요. 예) 010-1234-5678"
        )


class Email(PlainLine):
    limit = 254

    def parse(self, question: Question, text: str, around: Around) -> Reading:
        name, at, host = text.rpartition("@")
        if at and _LOCAL.fullmatch(name) and ".." not in f".{name}." and is_host(host):
            return Reading(f"{name}@{host.lower()}")
        return Reading(
            problem="전자우편주소가 맞지 않아요. @ 앞뒤를 빈칸 없이 다시 적어 주세요. 예) hong@example.com"
        )


class Domain(PlainLine):
    """A domain, or the page of a shop inside a market; kept without https://."""

    limit = 253

    def parse(self, question: Question, text: str, around: Around) -> Reading:
        bare = _SCHEME.sub("", text)
        host, slash, path = bare.partition("/")
        if is_host(host) and not re.search(r"\s", path):
            return Reading(f"{host.lower()}{slash}{path}".rstrip("/"))
        if "@" in host:
            return Reading(
                problem="전자우편주소를 적으신 것 같아요. 여기에는 누리집의 주소를 적어 주세요. 예) haneul.example"
            )
        return Reading(
            problem="인터넷 주소가 맞지 않아요. 점(.)이 들어간 주소를 빈칸 없이 적어 주세요. 예) haneul.example"
        )


def is_host(host: str) -> bool:
    """A domain of at least two labels; letters of any script (가게.한국), digits, hyphens inside."""
    labels = host.lower().split(".")
    if len(labels) < 2 or labels[-1].isdigit() or not all(map(_is_label, labels)):
        return False
    try:
        return len(host.encode("idna")) <= 253
    except UnicodeError:
        return False


def _is_label(label: str) -> bool:
    letters = all(c == "-" or unicodedata.category(c)[0] in "LMN" for c in label)
    return bool(label) and letters and not label.startswith("-") and not label.endswith("-")
