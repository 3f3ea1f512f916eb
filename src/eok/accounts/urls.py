"""Doors: residents' on the portal, officers' on the desk; `EOK_ROLE` opens one side or both."""

from importlib import import_module

from django.conf import settings
from django.urls import URLPattern, path

from eok.accounts.views import demonstration

app_name = "accounts"
SIDES = {"all": ("public", "desk"), "public": ("public",), "desk": ("desk",)}

urlpatterns: list[URLPattern] = [path("demo/", demonstration.demonstration, name="demonstration")]
for side in SIDES[settings.EOK_ROLE]:  # what is not of this side is not even imported
    urlpatterns += import_module(f"eok.accounts.{side}_urls").urlpatterns
