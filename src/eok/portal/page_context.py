"""What the template of one page of questions needs, however the page came to be drawn."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from eok.accounts import queries as accounts
from eok.catalogue.schema import Page
from eok.forms import answers as reading
from eok.forms import display, pages, typed
from eok.forms.fields import draw_page
from eok.forms.kinds.base import Around
from eok.forms.pages import PageResult
from eok.papers import fonts
from eok.portal import filling
from eok.portal.filling import Writing
from eok.portal.filling_frame import frame


@dataclass(frozen=True)
class Sent:
    """How a page came to be drawn."""

    tab: str
    """Names this drawing, so that its own saves are told from another device's."""
    problems: Mapping[str, str] | None = None
    """Question id → sentence; None: those of what was typed and is no answer."""
    answers: Mapping[str, Any] = field(default_factory=dict)
    """What was typed here and is not saved, because another device was faster."""
    revealed: tuple[str, ...] = ()
    """Questions the answers opened."""
    conflict: str = ""
    """That another device was faster, in a sentence."""


def opened(request: HttpRequest, current: Writing, page: Page) -> Sent:
    """By its address; `?check=1` also tells what is missing."""
    everything = _problems(current, page, current.content.answers) if request.GET.get("check") else None
    return Sent(secrets.token_urlsafe(9), everything)


def while_typing(request: HttpRequest) -> Sent:
    return Sent(tab_of(request))


def refused(request: HttpRequest, result: PageResult) -> Sent:
    return Sent(tab_of(request), result.problems, revealed=result.revealed)


def over_another(result: PageResult, message: str) -> Sent:
    """A drawing of its own from now on: sending it again is meant."""
    return Sent(secrets.token_urlsafe(9), result.problems, answers=result.answers, conflict=message)


def tab_of(request: HttpRequest) -> str:
    return request.POST.get("tab", "")[:40]


def page_context(current: Writing, page: Page, sent: Sent) -> dict[str, object]:
    """Everything `portal/page.html` and `portal/_questions.html` show."""
    answers = {**current.content.answers, **sent.answers}
    drawn = draw_page(
        current.service,
        page,
        answers,
        problems=_typed_wrong(current, page, answers) if sent.problems is None else sent.problems,
        known=_known(current),
    )
    return {
        "service": current.service,
        "page": page,
        "draft": current.draft,
        "frame": frame(current, page.id),
        "tab": sent.tab,
        "drawn": drawn,
        "reveal_url": reverse("portal:save", args=[current.draft.pk, page.id]),
        "revealed": [(f"q-{q.id}", q.label.ko) for q in page.questions if q.id in sent.revealed],
        "conflict": sent.conflict,
        "theirs": _theirs(current, page, sent.answers),
    }


def _problems(current: Writing, page: Page, answers: Mapping[str, Any]) -> Mapping[str, str]:
    day = filling.today()
    return pages.problems_of(current.service, page, answers, today=day, unprintable=fonts.unprintable)


def _typed_wrong(current: Writing, page: Page, answers: Mapping[str, Any]) -> Mapping[str, str]:
    """What was typed and is no answer says so; what is still empty is left in peace."""
    found = _problems(current, page, answers)
    return {name: problem for name, problem in found.items() if typed.is_typed(answers.get(name))}


def _known(current: Writing) -> Mapping[str, Any]:
    """Answers 본인확인 gave, marked where they stand unchanged."""
    profile = accounts.profile(current.person).as_dict()
    return reading.prefill(current.service, profile, Around(filling.today()))


def _theirs(current: Writing, page: Page, mine: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What the other device saved, where it is not what was typed here."""
    saved = current.content.answers
    differing = (q for q in page.questions if q.id in mine and mine[q.id] != saved.get(q.id))
    return [(q.label.ko, display.words(q, saved.get(q.id)) or display.NOT_GIVEN) for q in differing]
