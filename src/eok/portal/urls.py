"""The resident's addresses."""

from django.urls import path

from eok.portal.views import affair, apply, cosign, find, my, papers, plain, privacy, submit, supplement

app_name = "portal"
urlpatterns = [
    path("", find.home, name="home"),
    path("search", find.search, name="search"),
    path("events/<str:event_id>/", find.life_event, name="life_event"),
    path("sectors/<str:sector_id>/", find.sector, name="sector"),
    path("services/<str:service_id>", affair.affair, name="affair"),
    path("apply/<str:service_id>", apply.apply, name="apply"),
    path("drafts/<uuid:draft_id>/", apply.draft, name="draft"),
    path("drafts/<uuid:draft_id>/discard/", apply.discard, name="discard"),
    path("drafts/<uuid:draft_id>/pages/<str:page_id>/", apply.page, name="page"),
    path("drafts/<uuid:draft_id>/pages/<str:page_id>/save/", apply.save, name="save"),
    path("drafts/<uuid:draft_id>/papers/", papers.papers, name="papers"),
    path("drafts/<uuid:draft_id>/papers/<str:paper_id>/files/", papers.add_file, name="add_file"),
    path(
        "drafts/<uuid:draft_id>/files/<uuid:upload_id>/<int:page>.png", papers.page_image, name="draft_file"
    ),
    path("drafts/<uuid:draft_id>/review/", submit.review, name="review"),
    path("drafts/<uuid:draft_id>/form.pdf", submit.preview_pdf, name="preview_pdf"),
    path("drafts/<uuid:draft_id>/signers/", cosign.signers, name="signers"),
    path("sign/<uuid:link>/", cosign.sign, name="sign"),
    path("sign/<uuid:link>/form.pdf", cosign.sign_pdf, name="sign_pdf"),
    path("drafts/<uuid:draft_id>/submit/", submit.submit, name="submit"),
    path("drafts/<uuid:draft_id>/done/", submit.done, name="done"),
    path("my/", my.my, name="my"),
    path("my/cases/<uuid:case_id>/", my.case, name="case"),
    path("my/cases/<uuid:case_id>/form.pdf", my.form_pdf, name="form_pdf"),
    path("my/cases/<uuid:case_id>/receipt.pdf", my.receipt_pdf, name="receipt_pdf"),
    path("my/cases/<uuid:case_id>/decision.pdf", my.decision_pdf, name="decision_pdf"),
    path("my/cases/<uuid:case_id>/certificate.pdf", papers.certificate_file, name="certificate_file"),
    path("my/cases/<uuid:case_id>/certificate-print.pdf", papers.certificate_print, name="certificate_print"),
    path("my/cases/<uuid:case_id>/papers/<uuid:upload_id>/", papers.filed_paper, name="filed_paper"),
    path("my/cases/<uuid:case_id>/withdraw/", my.withdraw, name="withdraw"),
    path("my/cases/<uuid:case_id>/more-time/", my.more_time, name="more_time"),
    path("my/cases/<uuid:case_id>/supplement/", supplement.supplement, name="supplement"),
    path("my/cases/<uuid:case_id>/readings/", my.readings, name="readings"),
    path("my/privacy/", privacy.privacy, name="my_privacy"),
    path("my/privacy/readings/", privacy.readings, name="my_readings"),
    path("my/privacy/ask/", privacy.ask, name="privacy_ask"),
    path("my/privacy/<uuid:request_id>/", privacy.demand, name="privacy_request"),
    path("my/privacy/<uuid:request_id>/answer.pdf", privacy.answer_pdf, name="privacy_answer"),
    path("my/privacy/<uuid:request_id>/prove/", privacy.prove, name="privacy_prove"),
    path("privacy", plain.privacy, name="privacy"),
    path("guide", plain.guide, name="guide"),
    path("accessibility", plain.accessibility, name="accessibility"),
    path("status", plain.status, name="status"),
]
