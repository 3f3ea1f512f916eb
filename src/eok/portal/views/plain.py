"""Pages that only say something: privacy, guide, accessibility, status; and the health checks."""

import json
import logging

from django.db import DatabaseError, InterfaceError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from eok.core.access import Who, open_to
from eok.core.keeping import keep
from eok.core.models import Job
from eok.krds.page import render

log = logging.getLogger("eok.csp")


@require_safe
@open_to(Who.ANYONE)
def privacy(request: HttpRequest) -> HttpResponse:
    """개인정보 처리방침 (개인정보 보호법 §30)."""
    return keep(request, render(request, "portal/privacy.html"), until="version")


@require_safe
@open_to(Who.ANYONE)
def guide(request: HttpRequest) -> HttpResponse:
    """이용 안내."""
    return keep(request, render(request, "portal/guide.html"), until="version")


@require_safe
@open_to(Who.ANYONE)
def accessibility(request: HttpRequest) -> HttpResponse:
    """접근성 안내 (디지털포용법)."""
    return keep(request, render(request, "portal/accessibility.html"), until="version")


@require_safe
@open_to(Who.ANYONE)
def status(request: HttpRequest) -> HttpResponse:
    """누리집 상태: does filing work now, and what to do if not (민원처리법 시행령 §6의2)."""
    return render(request, "portal/status.html", {"ready": _database_answers(), "waiting": _waiting()})


@require_safe
@open_to(Who.ANYONE)
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"ok": True})


@require_safe
@open_to(Who.ANYONE)
def readyz(request: HttpRequest) -> HttpResponse:
    """The process can serve: the database answers."""
    ready = _database_answers()
    return JsonResponse({"ok": ready}, status=200 if ready else 503)


@csrf_exempt
@require_POST
@open_to(Who.ANYONE)
def csp_report(request: HttpRequest) -> HttpResponse:
    """A browser tells that a page broke the content security policy."""
    try:
        report = json.loads(request.body[:4000]).get("csp-report", {})
        log.warning(
            "csp: %s blocked %s", report.get("violated-directive"), str(report.get("blocked-uri"))[:200]
        )
    except (ValueError, AttributeError):
        log.warning("csp: unreadable report")
    return HttpResponse(status=204)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, InterfaceError):
        return False
    return True


def _waiting() -> int:
    """Jobs that should have run already."""
    return Job.objects.filter(dead=False, attempts__gt=0).count()
