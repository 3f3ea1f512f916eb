"""The doors with two pages behind them, each for one kind of people."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from eok.core.access import Who, open_to


@open_to(Who.ANYONE)
def home(request: HttpRequest) -> HttpResponse:
    return HttpResponse("home")


@open_to(Who.RESIDENT)
def mine(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"resident {request.person.pk} {request.viewer.name}")  # type: ignore[attr-defined]


@open_to(Who.OFFICER)
def desk(request: HttpRequest) -> HttpResponse:
    viewer = request.viewer  # type: ignore[attr-defined]  # set by the middleware
    return HttpResponse(f"officer {viewer.name} {viewer.detail}")


urlpatterns = [
    path("", home),
    path("my/", mine),
    path("apply/mail-order-report/", mine),
    path("desk/", desk),
    path("desk/cases/", desk),
    path("", include("eok.accounts.urls")),
    path("", include("eok.krds.urls")),
]
