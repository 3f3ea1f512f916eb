"""Sentences about answers: polite, in the question's own words, saying what to do.

A question may be labelled by a noun (상호) or by a question (누리집 주소가 있나요?); both must give good Korean,
and each line of the error summary must tell which question it is about.
"""

from eok.catalogue.schema import Question
from eok.core.korean import with_particle


def noun(question: Question) -> str:
    """What the question is about, as a noun: its label, else the caption of the official form, else quoted."""
    label = question.label.ko.strip()
    if not _is_asked(label):
        return label
    return question.official or f"‘{label}’"


def _is_asked(label: str) -> bool:
    return label.endswith(("?", "요", "요."))


def missing(question: Question) -> str:
    """A required question without an answer, said at its place."""
    match question.type:
        case "choice" | "yes_no":
            return "하나를 골라 주세요."
        case "choices":
            return "해당하는 것을 하나 이상 골라 주세요."
        case _ if _is_asked(question.label.ko):
            return "여기에 적어 주세요."
        case _:
            return f"{with_particle(noun(question), '을')} 적어 주세요."


def summary(question: Question, message: str) -> str:
    """The same fault for the list above the form, where it stands without its question."""
    about = noun(question)
    if message != missing(question):
        return message if about in message else f"{about}: {message}"
    if about.startswith("‘"):
        return f"{about}에 답해 주세요."
    chosen = question.type in ("choice", "choices", "yes_no")
    return f"{with_particle(about, '을')} {'골라' if chosen else '적어'} 주세요."


def too_long(question: Question, length: int, limit: int) -> str:
    return (
        f"{with_particle(noun(question), '은')} {limit:,}자까지 적을 수 있어요. "
        f"지금 {length:,}자예요. {length - limit:,}자를 줄여 주세요."
    )


def invisible(question: Question) -> str:
    return (
        f"{noun(question)}에 보이지 않는 글자가 들어 있어요. 그대로는 저장할 수 없어요. "
        "지우고 자판으로 다시 적어 주세요."
    )


def not_printed(question: Question, characters: str) -> str:
    """A character no font of our papers draws, in an answer that stands on the certificate."""
    shown = " ".join(characters[:5])
    return (
        f"{with_particle(noun(question), '은')} 증서에 인쇄돼요. 인쇄할 수 없는 글자가 있어요({shown}). "
        "빼거나 비슷한 글자로 바꿔 주세요. 이름이 그 글자라면 담당 부서에 전화해 주세요."
    )


def no_such_choice() -> str:
    return "고를 수 없는 답이에요. 아래에서 다시 골라 주세요."
