"""Of which class the data of an answer is, and by which law it may be asked (개인정보 보호법 §15, §23, §24, §24의2)."""

from eok.catalogue.form_schema import Form, Privacy, Question
from eok.catalogue.sources import Grade

LABELS = {
    Privacy.PUBLIC: "",
    Privacy.PERSONAL: "개인정보",
    Privacy.SENSITIVE: "민감정보",
    Privacy.UNIQUE: "고유식별정보",
}
"""As residents read it beside the reason; nothing for what says nothing of a person."""


def ground_of(form: Form, question: Question) -> str:
    """Citations by which it is asked: its own, those of its reason, else those of the form. Empty: none is named."""
    if question.ground:
        return question.ground
    why = question.why
    if why and why.source.grade is Grade.LAW and why.source.cite:
        return why.source.cite
    return form.ground or ""
