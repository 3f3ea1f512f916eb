from django.conf import settings
from django.urls import path

from eok.krds import views

app_name = "krds"
urlpatterns = [path("display", views.choose_display, name="display")]
if settings.EOK_DEMO:
    urlpatterns += [
        path("krds/", views.gallery, name="gallery"),
        path("krds/desk/", views.desk_gallery, name="desk_gallery"),
    ]
