"""A page that asks before it acts: a sentence, perhaps a few fields, one button. Used by several verbs."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from eok.casework.models import Case
from eok.core.errors import ConflictError, EokError, InvalidError, NotAllowedError
from eok.desk import conflict
from eok.desk.finding import officer_of, require_open
from eok.krds.fields import Field, errors_of
from eok.krds.page import render


@dataclass(frozen=True)
class Page:
    title: str
    text: str
    button: str
    fields: tuple[Field, ...] = ()


def answer(
    request: HttpRequest, case: Case, page: Page, act: Callable[[], object], *verbs: str
) -> HttpResponse:
    """Ask, or act and go back to the case.

    verbs: the page is shown only while one of them is open. What was typed stays with every error.
    """
    if request.method != "POST":
        require_open(case, officer_of(request), *verbs)
        return show(request, case, page)
    try:
        act()
    except InvalidError as error:
        return show(request, case, page, error=error)
    except (ConflictError, NotAllowedError) as error:
        return conflict.show(request, case, error, _typed(page))
    return redirect(reverse("desk:case", args=[case.pk]))


def show(
    request: HttpRequest, case: Case, page: Page, *, error: EokError | None = None, notice: str = ""
) -> HttpResponse:
    """With an error the answer is 422 and the summary takes the focus. notice: what was found out meanwhile."""
    fields = _with_error(page.fields, error)
    context = {
        "case": case,
        "page": replace(page, fields=fields),
        "errors": errors_of(fields),
        "notice": notice,
        "general_error": error.message if error and not errors_of(fields) else "",
    }
    return render(request, "desk/ask.html", context, status=error.status if error else 200)


def _with_error(fields: tuple[Field, ...], error: EokError | None) -> tuple[Field, ...]:
    """The fields with the error at the one it names."""
    if not isinstance(error, InvalidError):
        return fields
    return tuple(replace(f, error=error.message) if f.name == error.field else f for f in fields)


def _typed(page: Page) -> conflict.Typed:
    return [(f.label, f.value) for f in page.fields if isinstance(f.value, str)]
