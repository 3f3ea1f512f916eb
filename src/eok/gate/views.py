"""Health of the process, and the letter box for what browsers report. On both sides of the house."""

from django.db import DatabaseError, InterfaceError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from eok.core.access import Who, open_to
from eok.gate import reports


@require_safe
@open_to(Who.ANYONE)
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"ok": True})


@require_safe
@open_to(Who.ANYONE)
def readyz(request: HttpRequest) -> HttpResponse:
    """The process can serve: the database answers."""
    ready = database_answers()
    return JsonResponse({"ok": ready}, status=200 if ready else 503)


@csrf_exempt  # sent by the browser itself, without a form of ours
@require_POST
@open_to(Who.ANYONE)
def csp_report(request: HttpRequest) -> HttpResponse:
    """`/csp-reports/`: whatever comes, the answer is the same and empty."""
    reports.take(request.read(reports.LARGEST + 1))
    return HttpResponse(status=204)


def database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, InterfaceError):
        return False
    return True
