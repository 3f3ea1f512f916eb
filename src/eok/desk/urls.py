"""The officer's addresses; every one needs an officer signed in with a second factor."""

from django.urls import path

from eok.desk.views import (
    approvals,
    books,
    by_hand,
    case,
    decide,
    lists,
    looked,
    looks,
    plain,
    register,
    register_acts,
    retention,
    retention_acts,
    supplement,
    tax,
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
    path("desk/retention/", retention.retention, name="retention"),
    path("desk/retention/table/", retention.classes, name="retention_table"),
    path("desk/retention/hold/", retention_acts.hold, name="retention_hold"),
    path("desk/retention/holds/<int:hold_id>/", retention_acts.release, name="retention_release"),
    path("desk/retention/appraise/", retention_acts.appraise, name="retention_appraise"),
    path("desk/retention/packages/<int:package_id>/", retention_acts.received, name="retention_received"),
    path(
        "desk/licences/<uuid:licence_id>/acts/<slug:verb>/", register_acts.register_act, name="register_act"
    ),
    path("desk/books/", books.books, name="books"),
    path("desk/books/cases/", books.case_book, name="case_book"),
    path("desk/books/<slug:register>/", books.register_book, name="register_book"),
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
