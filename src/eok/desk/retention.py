"""Who may see and who may change how records are kept, and what the pages on it have in common."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from eok.accounts import queries as accounts
from eok.accounts.models import Officer
from eok.accounts.roles import Role
from eok.core import clock
from eok.core.errors import EokError, InvalidError, NotAllowedError
from eok.krds.fields import Field, Kind, date_parts, errors_of
from eok.krds.page import render

MANAGE = frozenset({Role.RECORDS, Role.DEPARTMENT_HEAD, Role.DISTRICT_HEAD})
LOOK = MANAGE | {Role.AUDITOR, Role.OPERATOR}
KEY = "desk_retention"
"""Of the session: what was done last, shown once."""


def may_look(officer: Officer) -> bool:
    return bool(LOOK & _roles(officer))


def may_manage(officer: Officer) -> bool:
    return bool(MANAGE & _roles(officer))


def require_look(officer: Officer) -> None:
    """Raises NotAllowedError."""
    if not may_look(officer):
        raise NotAllowedError(
            "보존과 파기는 기록물관리 담당, 부서장, 감사 담당, 운영자가 봅니다. 필요하면 운영자에게 권한을 요청해 주세요."
        )


def require_manage(officer: Officer) -> None:
    """Raises NotAllowedError."""
    if not may_manage(officer):
        raise NotAllowedError(
            "보류와 심의, 이관은 기록물관리 담당이나 부서장이 적습니다. 아무것도 바꾸지 않았습니다. 담당에게 부탁해 주세요."
        )


def by(officer: Officer) -> str:
    return f"officer:{officer.pk}"


def day_field(name: str, label: str, given: QueryDict, help_text: str = "") -> Field:
    typed = "-".join(given.get(f"{name}.{part}", "") for part in ("year", "month", "day"))
    return Field(
        name, name, label, Kind.DATE, typed, parts=date_parts(name, typed), help=help_text, autosave=False
    )


def day(given: QueryDict, name: str) -> date:
    """Raises InvalidError."""
    try:
        return date(*(int(given.get(f"{name}.{part}", "")) for part in ("year", "month", "day")))
    except (ValueError, OverflowError, TypeError):
        raise InvalidError("날을 읽을 수 없습니다. 연, 월, 일을 숫자로 적어 주세요.", name) from None


def ask(
    request: HttpRequest, page: Mapping[str, str], fields: tuple[Field, ...], act: Callable[[], str]
) -> HttpResponse:
    """Ask, or act and go back to the list with a sentence. What was typed stays with every error."""
    error: EokError | None = None
    if request.method == "POST":
        try:
            request.session[KEY] = act()
            return redirect(reverse("desk:retention"))
        except NotAllowedError:
            raise
        except EokError as refused:
            error = refused
    shown = tuple(_marked(field, error) for field in fields)
    context = {
        "page": page,
        "fields": shown,
        "errors": errors_of(shown),
        "general_error": error.message if error and not errors_of(shown) else "",
        "today": clock.seoul_now().date(),
    }
    return render(request, "desk/retention_ask.html", context, status=error.status if error else 200)


def _marked(field: Field, error: EokError | None) -> Field:
    wrong = isinstance(error, InvalidError) and error.field == field.name
    return replace(field, error=error.message) if wrong and error else field


def _roles(officer: Officer) -> set[Role]:
    return accounts.roles_of(officer, clock.seoul_now().date())
