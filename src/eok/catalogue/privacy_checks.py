"""Each question declares the class of its data; whatever is personal names its ground in the law.

주민등록번호 only where an Act or a Presidential Decree allows it (개인정보 보호법 §24의2① 1호: a ministerial rule, 시행규칙, is
not enough); the other unique identifiers (시행령 §19) and sensitive data (§23①, 시행령 §18) only where a statute asks for
or allows it.
"""

import re
from collections.abc import Iterator

from eok.catalogue.form_schema import Privacy, Question
from eok.catalogue.places import problem
from eok.catalogue.privacy import ground_of
from eok.catalogue.problems import Problem
from eok.catalogue.schema import Service
from eok.law.grammar import Citation
from eok.law.library import library
from eok.offices.data_file import Loc

MUST_SAY = frozenset({"text", "long_text", "address", "person_name", "phone", "email", "table"})
"""Kinds that may hold either; all others are `public` by their kind unless the file says more."""
RESIDENT_NO = re.compile(r"주민\s*(?:등록)?\s*번호")
UNIQUE = re.compile(
    r"여권\s*번호|운전\s*면허(?:의)?\s*(?:면허)?번호|외국인\s*등록\s*번호|" + RESIDENT_NO.pattern
)
"""개인정보 보호법 시행령 §19."""
SENSITIVE = re.compile(
    r"병력|장애\s*(?:의\s*)?(?:정도|등급)|범죄\s*경력|종교|노동조합\s*가입|정당\s*가입|건강\s*상태"
)
"""Words that name sensitive data without doubt (개인정보 보호법 §23①; 시행령 §18)."""
PRIVACY_LAW = "개인정보 보호법"


def classes(service: Service) -> Iterator[Problem]:
    """Every question of the form, with the line of its file."""
    for page_at, page in enumerate(service.form.pages):
        for at, question in enumerate(page.questions):
            loc: Loc = ("form", "pages", page_at, "questions", at)
            for name, text in _faults(service, question):
                yield problem(service.id, (*loc, name), f"{question.id}: {text}")


def _faults(service: Service, question: Question) -> Iterator[tuple[str, str]]:
    """Which part of the question, and what is wrong."""
    yield from _class(question)
    if question.privacy is Privacy.PUBLIC:
        return
    cited = library().read(ground_of(service.form, question))
    if not cited:
        yield (
            "privacy",
            "개인정보를 물으려면 근거 조문이 있어야 합니다. ground나 why, form의 ground에 적어 주세요",
        )
        return
    if question.ground:
        yield from (("ground", fault) for one in cited if (fault := library().fault(one)))
    yield from _statute(question, cited)


def _class(question: Question) -> Iterator[tuple[str, str]]:
    said = " ".join(filter(None, (question.label.ko, question.official)))
    if question.type in MUST_SAY and "privacy" not in question.model_fields_set:
        yield (
            "type",
            f"privacy를 적어 주세요({', '.join(one.value for one in Privacy)}). {question.type}은(는) 둘 다 될 수 있습니다",
        )
    if question.privacy is Privacy.PUBLIC and (question.type == "person_name" or question.prefill):
        yield "privacy", "본인확인 정보나 사람의 이름은 public일 수 없습니다"
    if UNIQUE.search(said) and question.privacy is not Privacy.UNIQUE:
        yield (
            "label",
            "고유식별정보(개인정보 보호법 시행령 §19)입니다. privacy: unique_id와 ground를 적어 주세요",
        )
    if SENSITIVE.search(said) and question.privacy not in (Privacy.SENSITIVE, Privacy.UNIQUE):
        yield "label", "민감정보(개인정보 보호법 §23①)로 보입니다. privacy: sensitive와 ground를 적어 주세요"


def _statute(question: Question, cited: tuple[Citation, ...]) -> Iterator[tuple[str, str]]:
    """Sensitive and unique data: a statute of its own, named in `ground`."""
    if question.privacy is Privacy.PERSONAL:
        return
    others = {one.law for one in cited if one.law and not one.law.startswith(PRIVACY_LAW)}
    if not question.ground or not others:
        yield (
            "privacy",
            "민감정보와 고유식별정보는 이를 요구하거나 허용한 법령의 조문을 ground에 적어야 합니다(개인정보 보호법 §23①, §24①)",
        )
        return
    said = " ".join(filter(None, (question.label.ko, question.official)))
    if RESIDENT_NO.search(said) and all(law.endswith("시행규칙") for law in others):
        yield (
            "ground",
            "주민등록번호는 법률이나 대통령령(시행령)이 구체적으로 허용해야 합니다. 시행규칙은 근거가 되지 않습니다(개인정보 보호법 §24의2①)",
        )
