"""The demonstration people, and whoever a tester types in."""

import base64
import hashlib
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

PEOPLE = Path(__file__).parent.parent / "people.yaml"


@dataclass(frozen=True)
class Person:
    subject: str
    name: str
    birth_date: date
    phone: str
    about: str = ""

    @property
    def ci(self) -> str:
        """88 letters as a real 연계정보 has; computed, so that it stays the same."""
        return base64.b64encode(hashlib.sha512(f"시험용 {self.subject}".encode()).digest()).decode()


def everyone() -> dict[str, Person]:
    """By subject, in the order of the file."""
    listed = yaml.safe_load(PEOPLE.read_text("utf-8"))
    return {person["subject"]: Person(**person) for person in listed}


def typed(form: dict[str, str]) -> Person | dict[str, str]:
    """The person of the free form, or what is wrong with it: field to sentence."""
    wrong: dict[str, str] = {}
    name = form.get("name", "").strip()
    if not 1 <= len(name) <= 40:
        wrong["name"] = "이름을 40자 안으로 적어 주세요."
    born = _date(form.get("birth_date", ""))
    if born is None:
        wrong["birth_date"] = "생년월일을 1985-04-12처럼 적어 주세요."
    phone = re.sub(r"\D", "", form.get("phone", ""))
    if not re.fullmatch(r"01\d{8,9}", phone):
        wrong["phone"] = "휴대전화 번호를 010-0000-0000처럼 적어 주세요."
    if wrong or born is None:
        return wrong
    subject = "typed-" + hashlib.sha256(f"{name}|{born}|{phone}".encode()).hexdigest()[:16]
    return Person(subject, name, born, f"{phone[:3]}-{phone[3:-4]}-{phone[-4:]}")


def _date(text: str) -> date | None:
    digits = re.sub(r"\D", "", text)
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8])) if len(digits) == 8 else None
    except ValueError:
        return None
