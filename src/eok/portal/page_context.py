"""What the template of one page of questions needs, however the page came to be drawn."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from eok.catalogue.schema import Page
from eok.forms import deadlines, pages, typed
from eok.forms.fields import draw_page
from eok.forms.pages import PageResult
from eok.krds import display
from eok.offices.calendar import calendar
from eok.papers import fonts
from eok.portal import address_search, filling, two_devices
from eok.portal.address_search import Searched
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
    searched: Searched | None = None
    """What 주소 찾기 brought."""


def opened(request: HttpRequest, current: Writing, page: Page) -> Sent:
    """By its address; `?check=1` also tells what is missing."""
    everything = _problems(current, page, current.content.answers) if request.GET.get("check") else None
    return Sent(secrets.token_urlsafe(9), everything)


def while_typing(request: HttpRequest, searched: Searched | None = None) -> Sent:
    """searched: it was 주소 찾기; nothing is wrong with words that are still being looked for."""
    return Sent(tab_of(request), searched=searched)


def refused(request: HttpRequest, result: PageResult) -> Sent:
    return Sent(tab_of(request), result.problems, revealed=result.revealed)


def over_another(result: PageResult, message: str) -> Sent:
    """A drawing of its own from now on: sending it again is meant."""
    return Sent(secrets.token_urlsafe(9), result.problems, answers=result.answers, conflict=message)


def tab_of(request: HttpRequest) -> str:
    return request.POST.get("tab", "")[:40]


def page_context(request: HttpRequest, current: Writing, page: Page, sent: Sent) -> dict[str, object]:
    """Everything `portal/page.html` and `portal/_questions.html` show."""
    answers = {**current.content.answers, **sent.answers}
    reveal_url = reverse("portal:save", args=[current.draft.pk, page.id])
    day = filling.today()
    drawn = draw_page(
        current.service,
        page,
        answers,
        problems=_problems_shown(current, page, answers, sent),
        known=current.content.known,
        searches=address_search.drawn(page.questions, sent.searched, post_url=reveal_url),
        words=display.of(request.COOKIES).words,
        deadlines=deadlines.told(current.service, answers, calendar(), filed_on=day),
    )
    if sent.searched:  # the summary would take the focus from what was found
        drawn = replace(drawn, errors=())
    return {
        "service": current.service,
        "page": page,
        "draft": current.draft,
        "frame": frame(current, page.id),
        "tab": sent.tab,
        "drawn": drawn,
        "reveal_url": reveal_url,
        "revealed": [(f"q-{q.id}", q.label.ko) for q in page.questions if q.id in sent.revealed],
        "conflict": sent.conflict,
        "theirs": two_devices.differing(page, sent.answers, current.content.answers),
    }


def _problems_shown(
    current: Writing, page: Page, answers: Mapping[str, Any], sent: Sent
) -> Mapping[str, str]:
    if sent.problems is not None:
        return sent.problems
    found = dict(_typed_wrong(current, page, answers))
    if sent.searched:
        found.pop(sent.searched.question_id, None)
    return found


def _problems(current: Writing, page: Page, answers: Mapping[str, Any]) -> Mapping[str, str]:
    day = filling.today()
    return pages.problems_of(current.service, page, answers, today=day, unprintable=fonts.unprintable)


def _typed_wrong(current: Writing, page: Page, answers: Mapping[str, Any]) -> Mapping[str, str]:
    """What was typed and is no answer says so; what is still empty is left in peace."""
    found = _problems(current, page, answers)
    return {name: problem for name, problem in found.items() if typed.is_typed(answers.get(name))}
