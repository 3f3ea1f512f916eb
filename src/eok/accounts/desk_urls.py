"""Doors of the desk: officers, their sessions and their rights."""

from django.urls import path

from eok.accounts.views import officers, own_officer, rights, setup

urlpatterns = [
    path("desk/sign-in/", officers.officer_sign_in, name="officer_sign_in"),
    path("desk/sign-in/code/", officers.officer_code, name="officer_code"),
    path("desk/sign-out/", officers.officer_sign_out, name="officer_sign_out"),
    path("desk/setup/<str:token>/", setup.officer_setup, name="officer_setup"),
    path("desk/setup/<str:token>/qr.png", setup.setup_picture, name="setup_picture"),
    path("desk/sessions/", own_officer.officer_sessions, name="officer_sessions"),
    path("desk/password/", own_officer.officer_password, name="officer_password"),
    path("desk/rights/", rights.held, name="rights"),
    path("desk/rights/new/", rights.give, name="give_right"),
    path("desk/rights/review/", rights.review, name="review_rights"),
    path("desk/rights/<int:grant_id>/", rights.one, name="right"),
    path("desk/rights/<int:grant_id>/end/", rights.end, name="end_right"),
    path("desk/rights/<int:grant_id>/confirm/", rights.confirm, name="confirm_right"),
]
