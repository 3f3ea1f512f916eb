"""Doors: residents' on the portal, officers' on the desk; `EOK_ROLE` opens one side or both."""

from django.conf import settings
from django.urls import URLPattern, path

from eok.accounts.views import demonstration, officers, residents, setup

app_name = "accounts"

RESIDENTS = [
    path("accounts/sign-in/", residents.sign_in, name="sign_in"),
    path("accounts/callback/", residents.callback, name="callback"),
    path("accounts/sign-out/", residents.sign_out, name="sign_out"),
]
OFFICERS = [
    path("desk/sign-in/", officers.officer_sign_in, name="officer_sign_in"),
    path("desk/sign-in/code/", officers.officer_code, name="officer_code"),
    path("desk/sign-out/", officers.officer_sign_out, name="officer_sign_out"),
    path("desk/setup/<str:token>/", setup.officer_setup, name="officer_setup"),
    path("desk/setup/<str:token>/qr.png", setup.setup_picture, name="setup_picture"),
]

urlpatterns: list[URLPattern] = [path("demo/", demonstration.demonstration, name="demonstration")]
if settings.EOK_ROLE in ("all", "public"):
    urlpatterns += RESIDENTS
if settings.EOK_ROLE in ("all", "desk"):
    urlpatterns += OFFICERS
