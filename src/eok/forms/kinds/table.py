"""Which kind reads which type of question."""

from collections.abc import Mapping

from eok.catalogue.schema import Question, QuestionType
from eok.forms.kinds.addresses import Address
from eok.forms.kinds.base import Kind, Line
from eok.forms.kinds.choosing import Choice, Choices, YesNo
from eok.forms.kinds.contacts import Domain, Email, Phone
from eok.forms.kinds.dates import Date
from eok.forms.kinds.numbers import Money, Number
from eok.forms.kinds.registered import business_no, corporation_no
from eok.forms.kinds.rows import Rows
from eok.forms.kinds.texts import LicenceNo, LongText, PersonName

KINDS: Mapping[QuestionType, Kind] = {
    "text": Line(),
    "long_text": LongText(),
    "number": Number(),
    "money": Money(),
    "date": Date(),
    "phone": Phone(),
    "email": Email(),
    "domain": Domain(),
    "choice": Choice(),
    "choices": Choices(),
    "yes_no": YesNo(),
    "address": Address(),
    "business_no": business_no(),
    "corporation_no": corporation_no(),
    "person_name": PersonName(),
    "licence_no": LicenceNo(),
    "table": Rows(),
}


def kind_of(question: Question) -> Kind:
    return KINDS[question.type]
