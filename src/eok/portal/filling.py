"""A draft that is being written: whose it is, where one stands in it, what comes next.

신청은 문서로, 여기서는 전자문서로 한다 (민원처리법 §8). Pages follow each other as the form has them, then papers,
review, filing; nobody is sent to a page that is done already.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from eok.accounts.models import Person
from eok.applications import drafts, filing
from eok.applications import queries as applications
from eok.applications.drafts import DraftContent
from eok.applications.errors import DraftNotFoundError
from eok.applications.models import Application, Draft
from eok.catalogue import queries as catalogue
from eok.catalogue.canonical import canonical
from eok.catalogue.errors import NotOpenError
from eok.catalogue.schema import Page, Service
from eok.core import clock
from eok.core.errors import NotFoundError
from eok.core.keyed import Key
from eok.forms import evaluate
from eok.offices import queries as offices
from eok.portal.who import person_of

log = logging.getLogger("eok.access")

PAPERS, REVIEW, SUBMIT = "papers", "review", "submit"


@dataclass(frozen=True)
class Writing:
    """One draft, decrypted, on the form it was begun with."""

    draft: Draft
    service: Service
    content: DraftContent
    person: Person

    @property
    def changed(self) -> bool:
        """The service is another one today than when the draft was begun."""
        return canonical(catalogue.get(self.draft.service_id)).digest != self.draft.version.digest


def writing(person: Person, draft_id: Key) -> Writing:
    """The person's draft. Raises DraftNotFoundError, also for another person's, which is noted in the log."""
    try:
        draft = applications.draft_of(person, draft_id)
    except DraftNotFoundError:
        _note_if_anothers(person, draft_id)
        raise
    return Writing(draft, filing.service_of(draft), drafts.read(draft), person)


def may_begin(service: Service) -> Service:
    """The service, when one may apply for it here. Raises NotOpenError."""
    if not catalogue.may_open(service):
        department = offices.department(service.office, on=today())
        raise NotOpenError(service.name.ko, department.name, department.phone)
    return service


def today() -> date:
    """The day in Seoul."""
    return clock.seoul_now().date()


View = Callable[..., HttpResponse]


def of_draft(view: View) -> View:
    """Hands the view the draft in place of its id; what was filed already leads to its end."""

    @wraps(view)
    def found(request: HttpRequest, draft_id: Key, **rest: object) -> HttpResponse:
        person = person_of(request)
        try:
            current = writing(person, draft_id)
        except DraftNotFoundError:
            if applications.application_of_draft(person, draft_id) is None:
                raise
            return redirect(reverse("portal:done", args=[draft_id]))
        return view(request, current, **rest)

    return found


def page_of(service: Service, page_id: str) -> Page:
    """Raises NotFoundError."""
    for page in service.form.pages:
        if page.id == page_id:
            return page
    raise NotFoundError("그런 쪽이 없습니다. 주소가 바뀌었을 수 있습니다. 나의 민원에서 이어서 써 주세요.")


def next_stop(current: Writing, after: str = "") -> str:
    """Address of what is to be done next: the first page ahead that wants something, else one before it."""
    left = unfinished(current)
    order = [page.id for page in current.service.form.pages]
    behind = order.index(after) + 1 if after in order else 0
    for page_id in (*order[behind:], *order[:behind]):
        if page_id in left:
            return reverse("portal:page", args=[current.draft.pk, page_id])
    stop = PAPERS if PAPERS in left else REVIEW
    return reverse(f"portal:{stop}", args=[current.draft.pk])


def unfinished(current: Writing) -> frozenset[str]:
    """Pages that want something, or were never looked at."""
    content = current.content
    left = set(filing.unfinished_pages(current.service, content.answers, today=today()))
    left |= {
        p.id for p in evaluate.pages_asked(current.service, content.answers) if p.id not in content.visited
    }
    if current.service.papers and (
        PAPERS not in content.visited or filing.lacking_papers(current.draft, current.service, content)
    ):
        left.add(PAPERS)
    return frozenset(left)


def previous_stop(current: Writing, place: str) -> str:
    """Address of the page before; empty on the first."""
    order = [page.id for page in evaluate.pages_asked(current.service, current.content.answers)]
    order += [PAPERS] if current.service.papers else []
    order += [REVIEW, SUBMIT]
    before = order.index(place) - 1 if place in order else -1
    return address(current, order[before]) if before >= 0 else ""


def address(current: Writing, place: str) -> str:
    """place: id of a page, PAPERS, REVIEW or SUBMIT."""
    if place in (PAPERS, REVIEW, SUBMIT):
        return reverse(f"portal:{place}", args=[current.draft.pk])
    return reverse("portal:page", args=[current.draft.pk, place])


def _note_if_anothers(person: Person, draft_id: Key) -> None:
    others = Draft.objects.filter(pk=draft_id).exists()
    others = others or Application.objects.filter(draft_id=draft_id).exclude(person=person).exists()
    if others:
        log.warning("person %s asked for draft %s of another", person.pk, draft_id)
