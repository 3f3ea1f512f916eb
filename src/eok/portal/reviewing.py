"""Builds 확인 and 제출: what is shown is what will be signed (행정절차법 §17②, 전자정부법 §10)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from eok.accounts import queries as accounts
from eok.accounts.models import Signature
from eok.applications.filing import Filing
from eok.forms import deadlines, display, evaluate
from eok.forms.official import OfficialForm, official_form
from eok.offices.calendar import calendar
from eok.portal.filling import PAPERS, REVIEW, SUBMIT, Writing, page_of
from eok.portal.filling_frame import frame
from eok.portal.paper_cards import Card, cards


@dataclass(frozen=True)
class Part:
    """The answers of one page, and where they are mended."""

    title: str
    rows: tuple[tuple[str, str], ...]
    url: str
    missing: bool


def review_context(current: Writing, ready: Filing) -> dict[str, object]:
    parts = [
        _part(current, section, ready)
        for section in display.sections(current.service, current.content.answers)
    ]
    shown = cards(current)
    return {
        "service": current.service,
        "draft": current.draft,
        "frame": frame(current, REVIEW),
        "parts": parts,
        "papers": [card for card in shown if card.needed],
        "errors": _errors(current, ready),
        "deadlines": deadlines.told(
            current.service, current.content.answers, calendar(), filed_on=ready.standing.today
        ),
        "mark": mark(ready.digest),
        "official": _official(current, shown),
    }


def _official(current: Writing, shown: Sequence[Card]) -> OfficialForm:
    """The answers as the official form has them."""
    content = current.content
    files = {card.id: len(card.files) for card in shown}
    return official_form(current.service, content.answers, content.modes, files)


def mark(digest: str) -> str:
    """The first twelve digits in groups of four, to be compared at the identity provider."""
    return " ".join(digest[n : n + 4] for n in (0, 4, 8))


def _part(current: Writing, section: display.Section, ready: Filing) -> Part:
    missing = section.id in ready.missing_pages
    url = reverse("portal:page", args=[current.draft.pk, section.id])
    return Part(section.title, section.rows, f"{url}?check=1" if missing else url, missing)


def _errors(current: Writing, ready: Filing) -> list[tuple[str, str]]:
    """Address and sentence of each page that stands in the way."""
    out = []
    for page_id in ready.missing_pages:
        if page_id == PAPERS:
            out.append((reverse("portal:papers", args=[current.draft.pk]), "서류를 채워 주세요."))
        else:
            url = reverse("portal:page", args=[current.draft.pk, page_id])
            out.append(
                (f"{url}?check=1", f"‘{page_of(current.service, page_id).title.ko}’ 쪽을 채워 주세요.")
            )
    return out


def submit_context(current: Writing, ready: Filing, signature: Signature | None) -> dict[str, object]:
    shown = [card for card in cards(current) if card.needed]
    return {
        "service": current.service,
        "draft": current.draft,
        "frame": frame(current, SUBMIT),
        "mark": mark(ready.digest),
        "signature": signature,
        "name": accounts.profile(current.person).name,
        "consents": [card for card in shown if card.mode == "look_up"],
        "by_post": [card for card in shown if card.mode == "by_post"],
        "files": sum(len(card.files) for card in shown if card.mode == "upload"),
        "answers": len(evaluate.filed_answers(current.service, current.content.answers)),
    }
