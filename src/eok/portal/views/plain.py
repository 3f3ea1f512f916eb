"""Pages that only say something: privacy, guide, accessibility, status."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from eok.core.access import Who, open_to
from eok.core.keeping import keep
from eok.core.models import Job
from eok.gate.views import database_answers
from eok.krds.page import render


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
    return render(request, "portal/status.html", {"ready": database_answers(), "waiting": _waiting()})


def _waiting() -> int:
    """Jobs that should have run already."""
    return Job.objects.filter(dead=False, attempts__gt=0).count()
