"""The papers of a case as PDF: the form as filed, 접수증, the decision in writing.

They are drawn when somebody asks for them; what holds is the data (전자정부법 §26③). 접수증: 민원처리법 §9②, 민원처리법
시행규칙 별지 제2호서식. A decision tells its reasons and the remedies (민원처리법 §27①③).
"""

import json
from collections import Counter
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from eok.accounts import queries as accounts
from eok.applications import drafts, filing
from eok.applications import queries as applications
from eok.applications.models import Application, Draft
from eok.casework import fees, form_cells, receipts
from eok.casework.letters import letter
from eok.casework.models import Case
from eok.catalogue.actions.pin import read_version
from eok.catalogue.schema import Service
from eok.core import clock
from eok.core.keys import keyring
from eok.forms import official
from eok.forms.fee import Fee, fee_of
from eok.krds import filters
from eok.offices import queries as offices
from eok.papers import fonts, typeset
from eok.papers.typeset_form import FiledForm, filed_form
from eok.papers.typeset_notice import notice

PREVIEW = "※ 내기 전 미리 보기입니다. 아직 신청하지 않았습니다."
UNSIGNED = "서명 전"
NOT_FILED = "미리 보기(제출 전)"


def form_as_filed(application: Application) -> bytes:
    """The official form with the answers as they were filed; what a supplement changed stands in the case."""
    filed = drafts.read_filed(application)
    service = read_version(application.version)
    files = Counter(row.paper_id for row in applications.filed_papers(application))
    form = official.official_form(service, filed.answers, filed.modes, files)
    case = Case.objects.filter(application=application).first()
    name, number = str(filed.applicant.get("name", "")), application.application_no
    fee = fees.at_filing(application, service, filed)
    return filed_form(_sheet(form, service, name, number, application.filed_at, case, fee))


def preview_form(draft: Draft) -> bytes:
    """The same form as it would be filed now, saying that nothing was filed yet."""
    content = drafts.read(draft)
    service = filing.service_of(draft)
    files = Counter(row.paper_id for row in applications.draft_papers(draft))
    form = official.official_form(service, content.answers, content.modes, files)
    now = clock.now()
    fee = fee_of(service, content.answers, now.astimezone(clock.SEOUL).date())
    sheet = _sheet(form, service, accounts.profile(draft.person).name, "", now, None, fee)
    unsigned = replace(
        sheet,
        hint=PREVIEW,
        standing=NOT_FILED,
        signature=UNSIGNED,
        consent=replace(sheet.consent, signed=UNSIGNED) if sheet.consent else None,
    )
    plain = asdict(unsigned) | {"arrived_at": "", "filed_on": "내는 날"}
    drawable: dict[str, Any] = json.loads(fonts.substituted(json.dumps(plain, ensure_ascii=False)))
    return typeset.render("papers/form", {**drawable, "foot": PREVIEW.removeprefix("※ ")}, made_at=now)


def receipt_of(case: Case) -> bytes:
    """접수증; before acceptance a confirmation that it was filed."""
    if case.accepted_at is None:
        return receipts.confirmation(case)
    return receipts.acceptance_receipt(case, case.accepted_at)


def decision_letter(case: Case) -> bytes:
    """수리, 거부 or 반려 in writing. Raises NotFoundError while there is no decision."""
    return notice(letter(case))


def _sheet(
    form: official.OfficialForm,
    service: Service,
    applicant: str,
    number: str,
    at: datetime,
    case: Case | None,
    fee: Fee,
) -> FiledForm:
    return official.sheet(
        form,
        applicant=applicant,
        addressee=offices.district().head_title,
        filing_no=number,
        arrived_at=at,
        fee=filters.won(fee.won) if fee.won else "없음",
        sample=keyring().is_demonstration,
        office=form_cells.office(service, case),
        steps=form_cells.steps(service),
    )
