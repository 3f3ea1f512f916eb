"""The one set of answers for all closures, and what each affair's own form makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from eok.accounts import queries as accounts
from eok.accounts.models import Person
from eok.applications import filing
from eok.applications.actions.save import save_answers
from eok.applications.actions.start import start_draft
from eok.applications.models import Draft
from eok.catalogue.schema import Question, Service
from eok.core import clock
from eok.core.errors import InvalidError
from eok.forms import answers as reading
from eok.forms import evaluate
from eok.forms.kinds.base import Around
from eok.forms.typed import Posted
from eok.krds.fields import Choice, Field, Kind, date_parts
from eok.licences import queries as licences
from eok.portal.closing import Line
from eok.rules import check_digits

REASONS = (
    Choice("poor-business", "영업이 잘되지 않아서"),
    Choice("personal", "개인 사정"),
    Choice("moving", "다른 곳으로 옮겨서"),
    Choice("lease-ended", "임대차가 끝나서"),
)
CERTIFICATES = (
    Choice("have", "모두 있어요", help="신고마다 사진을 찍어 올리고 원본은 구청에 돌려주세요."),
    Choice("lost", "잃어버린 것이 있어요", help="어느 것인지와 까닭을 신고마다 적어요."),
)
YES_NO = (Choice("yes", "네"), Choice("no", "아니요"))
PARTS = ("closed_on.year", "closed_on.month", "closed_on.day")


@dataclass(frozen=True)
class Common:
    """What is the same for all closures."""

    closed_on: date
    reason: str
    certificate: str
    tax: bool
    """The tax office's 폐업신고 goes along, once."""
    business_no: str


def fields(given: Mapping[str, str], errors: Mapping[str, str]) -> tuple[Field, ...]:
    """As they were typed, with what is wrong in its place."""
    day = "-".join(given.get(part, "") for part in PARTS)
    if not given:
        day = clock.seoul_now().date().isoformat()

    def made(name: str, label: str, kind: Kind, options: tuple[Choice, ...] = (), help: str = "") -> Field:
        return Field(name, name, label, kind, given.get(name, ""), help=help, options=options,
                     error=errors.get(name, ""), autosave=False)  # fmt: skip

    return (
        Field("closed_on", "closed_on", "폐업하는 날", Kind.DATE, day, parts=date_parts("closed_on", day),
              error=errors.get("closed_on", ""), autosave=False),
        made("reason", "폐업하는 까닭", Kind.RADIOS, REASONS),
        made("certificate", "신고증(허가증, 등록증)이 있나요?", Kind.RADIOS, CERTIFICATES),
        made("tax", "세무서의 사업자등록 폐업신고도 함께 할까요?", Kind.TILES, YES_NO,
             "함께 내면 구청이 세무서로 보내요. 받는 신고 하나에만 붙여요. (식품위생법 시행규칙 제44조제2항)"),
        Field("business_no", "business_no", "사업자등록번호", value=given.get("business_no", ""), required=False,
              help="세무서 폐업신고를 함께 할 때만 적어요. 숫자 10자리", inputmode="numeric",
              error=errors.get("business_no", ""), autosave=False),
    )  # fmt: skip


def read(given: Mapping[str, str]) -> tuple[Common | None, dict[str, str]]:
    """The answers, or what is wrong with them by field."""
    errors: dict[str, str] = {}
    closed_on = _day(given)
    today = clock.seoul_now().date()
    if closed_on is None or not today - timedelta(days=3652) <= closed_on <= today + timedelta(days=365):
        errors["closed_on"] = "폐업하는 날을 연, 월, 일로 적어 주세요. 지난 10년부터 앞으로 1년까지예요."
    for name, options in (("reason", REASONS), ("certificate", CERTIFICATES), ("tax", YES_NO)):
        if given.get(name) not in {one.value for one in options}:
            errors[name] = "하나를 골라 주세요."
    number = check_digits.business_no(given.get("business_no", "")) or ""
    if given.get("tax") == "yes" and not number:
        errors["business_no"] = "사업자등록번호 10자리를 다시 봐 주세요. 사업자등록증 맨 위에 있어요."
    if errors or closed_on is None:
        return None, errors
    return Common(closed_on, given["reason"], given["certificate"], given["tax"] == "yes", number), {}


@transaction.atomic
def begin(chosen: list[Line], common: Common, person: Person) -> list[Draft]:
    """A draft for each, answered as far as it goes; the tax office's part goes with the first that takes it."""
    if not chosen:
        raise InvalidError(
            "닫을 영업을 하나도 고르지 않았습니다. 시작한 것이 없습니다. 하나라도 골라 주세요.", "licence"
        )
    made, tax_left = [], common.tax
    for line in chosen:
        assert line.service is not None  # only those that can be closed here are chosen
        takes = tax_left and line.service.tax_closure is not None
        tax_left = tax_left and not takes
        made.append(_begin(line, line.service, common, person, with_tax=takes))
    return made


def _begin(line: Line, service: Service, common: Common, person: Person, *, with_tax: bool) -> Draft:
    around = Around(clock.seoul_now().date())
    known = reading.prefill(service, accounts.profile(person).as_dict(), around)
    wanted = {**_of_register(line, service), **_of_common(service, common, with_tax=with_tax)}
    for question in service.form.questions():
        if question.id in wanted and (found := _answer(question, wanted[question.id], around)) is not None:
            known[question.id] = found
    draft = start_draft(service=service, answers=known, by=person)
    return _looked_through(draft, service, known, person)


def _of_register(line: Line, service: Service) -> dict[str, str]:
    """What the register says, by the questions the affair's file names for its columns."""
    assert service.register is not None  # closing affairs have one
    content = {**licences.content(line.licence), "licence_no": line.number}
    found = {
        question: content[column]
        for column, question in service.register.names.items()
        if content.get(column)
    }
    found.setdefault("applicant_kind", "person")
    return found


def _of_common(service: Service, common: Common, *, with_tax: bool) -> dict[str, str]:
    assert service.register is not None  # closing affairs have one
    said = {
        service.register.names.get("closed_on", "closed_on"): common.closed_on.isoformat(),
        "reason": common.reason,
        "certificate_state": common.certificate,
    }
    if service.tax_closure:
        said |= {"vat_closure": "yes" if with_tax else "no"}
    return said | (
        {service.tax_closure.business_no: common.business_no} if with_tax and service.tax_closure else {}
    )


def _answer(question: Question, words: str, around: Around) -> Any:
    """The answer these words are to this question; None where they are none, and the question is asked."""
    if question.type == "address":
        road, _, detail = words.partition(",")
        posted = Posted({f"{question.id}.road": [road.strip()], f"{question.id}.detail": [detail.strip()]})
    elif question.type == "date":
        year, month, day = words.split("-")
        posted = Posted(
            {
                f"{question.id}.{name}": [part]
                for name, part in zip(("year", "month", "day"), (year, month, day), strict=True)
            }
        )
    else:
        labels = {option.label.ko: option.value for option in question.options}
        posted = Posted({question.id: [labels.get(words, words)]})
    return reading.read(question, posted, around).value


def _looked_through(draft: Draft, service: Service, answers: Mapping[str, Any], person: Person) -> Draft:
    """Pages on which nothing is left were answered here once; the review still shows them all before the signature."""
    left = filing.unfinished_pages(service, answers, today=clock.seoul_now().date())
    for page in evaluate.pages_asked(service, answers):
        if page.id not in left:
            draft = save_answers(
                draft_id=draft.pk, answers={}, revision=draft.revision, visited=page.id, by=person
            )
    return draft


def _day(given: Mapping[str, str]) -> date | None:
    try:
        return date(*(int(given.get(part, "")) for part in PARTS))
    except (ValueError, OverflowError):
        return None
