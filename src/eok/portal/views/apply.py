"""Begin an application, go on with it, fill in its pages; nothing typed is lost on the way."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from eok.accounts import queries as accounts
from eok.applications import queries as applications
from eok.applications.actions.discard import discard as discard_draft
from eok.applications.actions.keep import keep as keep_draft
from eok.applications.actions.renew import renew
from eok.applications.actions.save import save_answers
from eok.applications.errors import EditedElsewhereError
from eok.catalogue import queries as catalogue
from eok.catalogue.schema import Page
from eok.core.access import Who, open_to
from eok.core.errors import EokError
from eok.forms import pages
from eok.forms.pages import PageResult
from eok.forms.preparation import preparation
from eok.krds import filters
from eok.krds.page import render
from eok.papers import fonts
from eok.portal import address_search, filling, standing_ready, two_devices
from eok.portal.filling import Writing
from eok.portal.not_lost import keeps_what_was_typed
from eok.portal.page_context import opened, over_another, page_context, refused, tab_of, while_typing
from eok.portal.who import person_of


@require_http_methods(["GET", "POST"])
@open_to(Who.RESIDENT)
def apply(request: HttpRequest, service_id: str) -> HttpResponse:
    """`/apply/<id>`: begin, or go on with what was begun. Looking changes nothing; the button does.

    The address may carry what was picked under 준비할 것.
    """
    service = filling.may_begin(catalogue.get(service_id))
    person = person_of(request)
    draft = applications.open_draft(person, service.id)
    if request.method != "POST":
        context = {
            "service": service,
            "draft": draft,
            "profile": accounts.profile(person),
            "carried": len(preparation(service, request.GET).picked),
            "entries": standing_ready.entries(person, service),
            "last": standing_ready.last_filing(person, service),
        }
        return render(request, "portal/apply.html", context)
    if draft is not None and request.POST.get("do") != "new":
        return redirect(reverse("portal:draft", args=[draft.pk]))
    begun = standing_ready.begin(
        person,
        service,
        picked=request.GET,
        licence_id=request.POST.get("licence", ""),
        before=request.POST.get("before") == "yes",
    )
    return redirect(filling.next_stop(filling.writing(person, begun.pk)))


@require_http_methods(["GET", "POST"])
@open_to(Who.RESIDENT)
@filling.of_draft
def draft(request: HttpRequest, current: Writing) -> HttpResponse:
    """`/drafts/<id>/`: to the first thing left to do; when the service changed, that is said first."""
    filling.may_begin(catalogue.get(current.draft.service_id))
    if not current.changed:
        return redirect(filling.next_stop(current))
    if request.method == "POST":
        renew(draft_id=current.draft.pk, by=current.person)
        return redirect(filling.next_stop(filling.writing(current.person, current.draft.pk)))
    context = {"service": catalogue.get(current.draft.service_id), "draft": current.draft}
    return render(request, "portal/apply_changed.html", context, status=409)


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@open_to(Who.RESIDENT)
@filling.of_draft
def page(request: HttpRequest, current: Writing, page_id: str) -> HttpResponse:
    """`/drafts/<id>/pages/<page>/`: one topic; 다음 shows it again as long as something is open."""
    this = filling.page_of(current.service, page_id)
    if request.method == "POST":
        return _sent(request, current, this)
    if current.changed:
        return redirect(reverse("portal:draft", args=[current.draft.pk]))
    return render(
        request, "portal/page.html", page_context(request, current, this, opened(request, current, this))
    )


@require_POST
@keeps_what_was_typed
@open_to(Who.RESIDENT)
@filling.of_draft
def save(request: HttpRequest, current: Writing, page_id: str) -> HttpResponse:
    """`…/save/`: as one types. Answers with the time, or (htmx) with the questions the answers call for."""
    this = filling.page_of(current.service, page_id)
    try:
        later = _keep(request, current, this, _look(request, current, this))
    except EditedElsewhereError as error:
        context = {"draft": current.draft, "page": this}
        return render(request, "portal/_apply_conflict.html", context, status=error.status)
    if request.headers.get("HX-Request"):
        press = address_search.pressed(request.POST, this.questions)
        searched = address_search.look(request, press, current.person) if press else None
        context = page_context(request, later, this, while_typing(request, searched))
        return render(request, "portal/_questions.html", context)
    return JsonResponse({"saved_at": filters.time_ko(later.draft.saved_at)})


@require_POST
@open_to(Who.RESIDENT)
@filling.of_draft
def discard(request: HttpRequest, current: Writing) -> HttpResponse:
    """`…/discard/`: 지우기."""
    discard_draft(draft_id=current.draft.pk, by=current.person)
    return redirect(reverse("portal:my"))


@require_POST
@open_to(Who.RESIDENT)
@filling.of_draft
def keep(request: HttpRequest, current: Writing) -> HttpResponse:
    """`…/keep/`: 더 보관하기."""
    keep_draft(draft_id=current.draft.pk, by=current.person)
    return redirect(f"{reverse('portal:my')}#drafts")


def _sent(request: HttpRequest, current: Writing, this: Page) -> HttpResponse:
    """다음, 이전, 나중에, 주소 찾기: save first, then go on, back, or show what is wrong or was found."""
    result = _look(request, current, this)
    press = address_search.pressed(request.POST, this.questions)
    do = "find" if press else request.POST.get("do", "next")
    done = do == "next" and result.complete
    try:
        later = _keep(
            request, current, this, result, completed=done, leaving=done or do not in ("next", "find")
        )
    except EditedElsewhereError as error:
        return _conflict(request, current, this, result, error)
    if do == "later":
        return redirect(reverse("portal:my"))
    if current.changed:
        return redirect(reverse("portal:draft", args=[current.draft.pk]))
    if press:
        searched = address_search.look(request, press, current.person)
        context = page_context(request, later, this, while_typing(request, searched))
        return render(request, "portal/page.html", context, status=searched.status)
    if do == "back":
        return redirect(
            filling.previous_stop(later, this.id) or reverse("portal:affair", args=[later.service.id])
        )
    if done:
        return redirect(filling.next_stop(later, after=this.id))
    context = page_context(request, later, this, refused(request, result))
    return render(request, "portal/page.html", context, status=422 if result.problems else 200)


def _look(request: HttpRequest, current: Writing, this: Page) -> PageResult:
    stored = current.content.answers
    day = filling.today()
    sent = address_search.typed(request.POST, address_search.pressed(request.POST, this.questions))
    sent = two_devices.chosen(this, sent, stored)
    return pages.validate_page(current.service, this, sent, stored, today=day, unprintable=fonts.unprintable)


def _keep(
    request: HttpRequest,
    current: Writing,
    this: Page,
    result: PageResult,
    *,
    completed: bool = False,
    leaving: bool = False,
) -> Writing:
    """Save the page; what is no answer yet is kept as it was typed. Raises EditedElsewhereError."""
    revision = request.POST.get("revision", "")
    save_answers(
        draft_id=current.draft.pk,
        answers=result.answers,
        revision=int(revision) if revision.isdecimal() and len(revision) < 10 else -1,
        visited=this.id if completed else None,
        by=current.person,
        tab=tab_of(request),
        leaving=leaving,
    )
    return filling.writing(current.person, current.draft.pk)


def _conflict(
    request: HttpRequest, current: Writing, this: Page, result: PageResult, error: EokError
) -> HttpResponse:
    """The other device's state with what was typed here laid over it, not saved yet."""
    context = page_context(request, current, this, over_another(result, error.message))
    return render(request, "portal/page.html", context, status=error.status)
