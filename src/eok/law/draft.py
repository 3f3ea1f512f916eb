"""A first draft of an affair's file from the articles that name its form: what was found, and where.

Whoever adds an affair reads the law; the draft only saves the copying. A machine found it, so every fact is 미확인 until
somebody has read the article (민원처리법 §36①: what the catalogue says binds the office).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from eok.law.corpus import Statute
from eok.law.errors import FormNotFoundError

_PERIOD = re.compile(r"(?:받은|접수한|신청한|신고한) 날부터 (\d+)일 이내")
_AFTER = re.compile(r"날부터 (\d+)일 (?:이내|안)에?")
_BEFORE = re.compile(r"(\d+)일 전(?:까지)?")
_ITEM = re.compile(r"^  \d+(?:의\d+)?\\\. (.+)$", re.MULTILINE)
_JOINED = re.compile(r"서식의 [^.]*?서에 ([^.]+?)(?:을|를) 첨부")
_MARKS = re.compile(r"\s*<[^>]*>|\s*\([^)]*\)")
_KINDS = {
    "신고": "report",
    "허가": "permit",
    "등록": "registration",
    "발급": "certificate",
    "증명": "certificate",
}
_TOLD = "기계로 찾은 초안입니다. 조문을 읽고 고쳐 주세요."


@dataclass(frozen=True)
class Passage:
    """A paragraph that names the form."""

    cite: str
    """`전자상거래 등에서의 소비자보호에 관한 법률 시행규칙 §9`"""
    heading: str
    text: str


def passages(statute: Statute, number: str) -> tuple[Passage, ...]:
    """Every paragraph that names this form; of an article without paragraphs the whole."""
    return tuple(_passages(statute, number))


def draft(statute: Statute, number: str, *, name: str, office: str) -> str:
    """The file as text. name: its id; office: key of a department. Raises FormNotFoundError."""
    if number not in statute.forms:
        raise FormNotFoundError(statute.title, number)
    found = passages(statute, number)
    value = _affair(statute, number, found, name, office)
    text = yaml.dump(value, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=100)
    return "\n".join([*_head(statute, number, found), text])


class _Plain(yaml.SafeDumper):
    """Each value written out: the loader of our files refuses anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _head(statute: Statute, number: str, found: Sequence[Passage]) -> Iterator[str]:
    yield f"# {statute.forms[number]} (초안: ./eok law draft)"
    yield f"# 읽은 글: {statute.title}({statute.in_force} 시행)"
    for one in found or ():
        yield f"# {one.cite} ({one.heading})"
    if not found:
        yield "# 이 서식을 말하는 조를 찾지 못했습니다."


def _passages(statute: Statute, number: str) -> Iterator[Passage]:
    for article, (heading, whole) in statute.articles.items():
        paragraphs = range(1, statute.facts().articles[article].paragraphs + 1) if number in whole else ()
        for paragraph in paragraphs or ([None] if number in whole else []):
            text = statute.passage(article, paragraph)
            if number in text:
                mark = chr(ord("①") + paragraph - 1) if paragraph else ""
                yield Passage(f"{statute.title} §{article}{mark}", heading, text)


def _affair(
    statute: Statute, number: str, found: Sequence[Passage], name: str, office: str
) -> dict[str, Any]:
    title = statute.forms[number]
    source = _source(found[0].cite if found else None)
    unread = {"text": "조문을 읽고 적어 주세요", "source": source}
    return {
        "id": name, "name": title, "summary": f"{title}을(를) 내는 일이에요.", "kind": _kind(title),
        "law": [{"text": one.heading or title, "source": _source(one.cite)} for one in found] or [unread],
        "who": unread, "when": unread, **_deadline(found), "office": office, "processing_period": _period(found),
        "fee": {"won": 0, "source": _source(None)}, "form": _form(statute, number, source),
        "papers": list(_papers(found)), "result": "처리 결과 알림",
    }  # fmt: skip


def _form(statute: Statute, number: str, source: dict[str, str]) -> dict[str, Any]:
    asked = {
        "id": "applicant_name", "type": "person_name", "label": "신청인 이름", "official": "성명",
        "prefill": "identity.name", "privacy": "personal",
    }  # fmt: skip
    page = {"id": "applicant", "step": "신청인", "title": "누가 내나요?", "questions": [asked]}
    return {
        "law": statute.title, "number": number, "title": statute.forms[number], "source": source,
        "ground": "개인정보 보호법 §15① 3호", "declaration": "위와 같이 제출합니다.", "pages": [page],
    }  # fmt: skip


def _period(found: Sequence[Passage]) -> dict[str, Any]:
    for one in found:
        if days := _PERIOD.search(one.text):
            return {"value": int(days[1]), "unit": "days", "source": _source(one.cite)}
    return {"value": 0, "unit": "immediate", "source": _source(None)}


def _deadline(found: Sequence[Passage]) -> dict[str, Any]:
    for one in found:
        plain = _PERIOD.sub("", one.text)
        if days := _BEFORE.search(plain):
            text = f"{days[1]}일 전까지 내야 해요."
        elif days := _AFTER.search(plain):
            text = f"그날부터 {days[1]}일 안에 내야 해요."
        else:
            continue
        return {"filing_deadline": {"text": text, "source": _source(one.cite)}}
    return {}


def _papers(found: Sequence[Passage]) -> Iterator[dict[str, Any]]:
    items = [(one.cite, item) for one in found for item in _named(one.text)]
    for index, (cite, item) in enumerate(items, 1):
        yield {"id": f"paper-{index}", "name": item, "source": _source(cite)}


def _named(text: str) -> list[str]:
    """Papers listed as items, or joined in the sentence that has them attached."""
    listed = [_MARKS.sub("", item).strip() for item in _ITEM.findall(text)]
    joined = _JOINED.search(_MARKS.sub("", text))
    words = re.split(r"(?:와|과) |, | 및 ", joined[1]) if joined and not listed else []
    return [
        item
        for item in (*listed, *(word.removeprefix("그 ").strip() for word in words))
        if item and item != "삭제"
    ]


def _kind(title: str) -> str:
    return next((kind for word, kind in _KINDS.items() if word in title), "other")


def _source(cite: str | None) -> dict[str, str]:
    return {"grade": "미확인", **({"cite": cite} if cite else {}), "note": _TOLD}
