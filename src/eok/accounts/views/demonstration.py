"""`/demo/`: who one can be while trying out. Not there in production."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from eok.accounts import demo
from eok.core.access import Who, open_to
from eok.core.errors import NotFoundError
from eok.krds.page import render


@never_cache
@require_safe
@open_to(Who.ANYONE)
def demonstration(request: HttpRequest) -> HttpResponse:
    """Residents of the identity simulator, officers with password and present code, the simulators."""
    if not settings.EOK_DEMO:
        raise NotFoundError(
            "찾는 화면이 없습니다. 시험용 화면은 운영에서 열지 않습니다. 첫 화면에서 찾아 주세요."
        )
    context = {
        "residents": demo.residents(),
        "officers": demo.officers(),
        "password": demo.PASSWORD,
        "seconds_left": demo.seconds_left(),
        "simulators": demo.simulators(),
    }
    return render(request, "accounts/demonstration.html", context)
