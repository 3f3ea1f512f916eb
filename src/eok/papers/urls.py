"""The one address on the origin of uploads."""

from django.urls import path

from eok.papers import views

app_name = "papers"
urlpatterns = [path("files/<str:ticket>", views.file, name="file")]
