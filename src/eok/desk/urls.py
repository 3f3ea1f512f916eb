"""The officer's addresses; every one needs an officer signed in with a second factor."""

from django.urls import path

from eok.desk.views import (
    approvals,
    by_hand,
    case,
    decide,
    lists,
    looked,
    looks,
    plain,
    register,
    supplement,
    tax,
    unmask,
    verbs,
    worklist,
)

app_name = "desk"
urlpatterns = [
    path("desk/", worklist.worklist, name="worklist"),
    path("desk/accept/", worklist.accept_chosen, name="accept_chosen"),
    path("desk/cases/", lists.all_cases, name="cases"),
    path("desk/search", lists.search, name="search"),
    path("desk/approvals/", approvals.approvals, name="approvals"),
    path("desk/by-hand/", by_hand.by_hand, name="by_hand"),
    path("desk/by-hand/<uuid:message_id>/", by_hand.message, name="message"),
    path("desk/licences/", register.licences, name="licences"),
    path("desk/licences/<uuid:licence_id>/", register.licence, name="licence"),
    path("desk/unmask/<slug:kind>/<slug:key>/", unmask.unmask, name="unmask"),
    path("desk/unmask/<slug:kind>/<slug:key>/cover/", unmask.cover, name="cover"),
    path("desk/cases/<uuid:case_id>/", case.case, name="case"),
    path("desk/cases/<uuid:case_id>/form.pdf", case.form_pdf, name="form_pdf"),
    path("desk/cases/<uuid:case_id>/accept/", verbs.accept, name="accept"),
    path("desk/cases/<uuid:case_id>/extend/", verbs.extend, name="extend"),
    path("desk/cases/<uuid:case_id>/checks/", looks.check, name="check"),
    path("desk/cases/<uuid:case_id>/look-up/", looks.look_up, name="look_up"),
    path("desk/cases/<uuid:case_id>/look-up/by-hand/", looked.looked, name="looked"),
    path(
        "desk/cases/<uuid:case_id>/papers/<uuid:upload_id>/<int:page>.png",
        looks.paper_page,
        name="paper_page",
    ),
    path("desk/cases/<uuid:case_id>/papers/<uuid:upload_id>/file", looks.paper_file, name="paper_file"),
    path("desk/cases/<uuid:case_id>/supplement/", supplement.request, name="supplement"),
    path("desk/cases/<uuid:case_id>/decide/", decide.decide, name="decide"),
    path("desk/cases/<uuid:case_id>/send-back/", verbs.send_back, name="send_back"),
    path("desk/cases/<uuid:case_id>/return/", verbs.return_documents, name="return"),
    path("desk/cases/<uuid:case_id>/do/<slug:verb>/", plain.plain, name="plain"),
    path("desk/cases/<uuid:case_id>/tax/", tax.tax, name="tax"),
]
