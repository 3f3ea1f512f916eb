"""A page that asks before it acts: a sentence, perhaps a few fields, one button. Used by several verbs."""

from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse

from eok.casework.models import Case
from eok.core.errors import InvalidError
from eok.krds.fields import Field, errors_of
from eok.krds.page import render


@dataclass(frozen=True)
class Page:
    title: str
    text: str
    button: str
    fields: tuple[Field, ...] = ()


def with_error(fields: tuple[Field, ...], error: InvalidError | None) -> tuple[Field, ...]:
    """The fields with the error at the one it names."""
    if error is None:
        return fields
    return tuple(replace(f, error=error.message) if f.name == error.field else f for f in fields)


def show(request: HttpRequest, case: Case, page: Page, *, error: InvalidError | None = None) -> HttpResponse:
    """What was typed stays; with an error the answer is 422 and the summary takes the focus."""
    context = {
        "case": case,
        "page": page,
        "errors": errors_of(page.fields),
        "general_error": error.message if error and not errors_of(page.fields) else "",
    }
    return render(request, "desk/ask.html", context, status=error.status if error else 200)
