"""Doors of the public side: residents."""

from django.urls import path

from eok.accounts.views import own_resident, residents

urlpatterns = [
    path("accounts/sign-in/", residents.sign_in, name="sign_in"),
    path("accounts/callback/", residents.callback, name="callback"),
    path("accounts/sign-out/", residents.sign_out, name="sign_out"),
    path("my/sessions/", own_resident.my_sessions, name="my_sessions"),
]
