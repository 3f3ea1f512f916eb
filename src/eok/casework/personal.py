"""Which values of a case are personal, and of which class: what the desk hides until somebody says why.

The class follows the kind of question first (a name is a name, whatever the file calls it), then the file's own
`privacy`. What is hidden how stands in `core/pii.py` (개인정보 보호법 §29; 개인정보 보호법 시행령 §30①).
"""

from collections.abc import Iterator

from eok.applications import drafts
from eok.casework import answers
from eok.casework.models import Case
from eok.catalogue.actions.pin import read_version
from eok.catalogue.form_schema import Privacy
from eok.catalogue.schema import Question
from eok.core.pii import Kind, Known, Veil
from eok.forms import display
from eok.licences import columns

OF_TYPE = {
    "person_name": Kind.NAME,
    "phone": Kind.PHONE,
    "email": Kind.EMAIL,
    "address": Kind.ADDRESS,
    "business_no": Kind.BUSINESS_NO,
    "corporation_no": Kind.BUSINESS_NO,
}
OF_APPLICANT = {"name": Kind.NAME, "birth_date": Kind.BIRTH, "phone": Kind.PHONE, "email": Kind.EMAIL}
"""What the identity provider confirmed."""
OF_COLUMN = {key: column.kind for key, column in columns.COLUMNS.items() if column.kind}
"""Columns of the register books and lines of certificates."""


def kind_of(question: Question) -> Kind | None:
    """None: the answer is about no person."""
    if question.type in OF_TYPE:
        return OF_TYPE[question.type]
    if question.privacy is Privacy.PUBLIC:
        return None
    return Kind.BIRTH if question.type == "date" else Kind.TEXT


def veil(case: Case, *, lifted: bool) -> Veil:
    """Over everything that is known of this case's people."""
    return Veil((), lifted=True) if lifted else Veil(tuple(dict.fromkeys(_known(case))))


def _known(case: Case) -> Iterator[Known]:
    applicant = drafts.read_filed(case.application).applicant
    for name, kind in OF_APPLICANT.items():
        yield Known(kind, str(applicant.get(name) or ""))
    service = read_version(case.application.version)
    stages = answers.stages(case)
    for question in service.form.questions():
        of_question = kind_of(question)
        for stage in stages if of_question else ():
            yield Known(of_question or Kind.TEXT, display.words(question, stage.answers.get(question.id)))
