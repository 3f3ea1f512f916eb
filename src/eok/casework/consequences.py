"""What a decision will change, one line each with its article: for who signs it."""

from dataclasses import dataclass

from eok.casework import grants
from eok.casework.models import Case
from eok.core.korean import with_particle
from eok.krds import filters
from eok.offices import queries as offices
from eok.rules.licence_tax import licence_tax

REGISTER_EFFECTS = {
    "open": "새 줄을 올려요",
    "change": "바뀐 것을 적어요. 전에 준 문서는 곧바로 효력이 없어져요",
    "suspend": "휴업으로 적어요",
    "resume": "영업재개로 적어요",
    "close": "폐업으로 적어요. 전에 준 문서는 곧바로 효력이 없어져요",
    "succeed": "새 명의자를 적어요. 전에 준 문서는 곧바로 효력이 없어져요",
    "reissue": "재발급으로 적어요. 전에 준 문서는 곧바로 효력이 없어져요",
}


@dataclass(frozen=True)
class Consequence:
    text: str
    law: str


def of_grant(case: Case) -> tuple[Consequence, ...]:
    service = grants.service_of(case)
    lines = [Consequence("처리 기간이 끝나고 민원인에게 결과를 알려요.", "민원처리법 §27①")]
    if service.register is not None:
        what = REGISTER_EFFECTS[service.register.effect]
        lines.append(
            Consequence(
                f"{offices.register(service.register.register).name}에 {what}.",
                service.law[0].source.cite or "",
            )
        )
    class_no = offices.licence_tax_class(service.id)
    if class_no is not None:
        won = filters.won(licence_tax(class_no, offices.tax_place()).won)
        lines.append(
            Consequence(
                f"등록면허세 {won}(제{class_no}종)을 알려요. 내야 신고증을 줘요.",
                "지방세법 §35①; 지방세법 §38①",
            )
        )
    if service.certificate:
        lines.append(
            Consequence(
                f"{with_particle(_paper(service.result.ko), '을')} 만들어 내려받게 해요.", "민원처리법 §27④"
            )
        )
    return tuple(lines)


def of_refusal(case: Case) -> tuple[Consequence, ...]:
    return (
        Consequence("처리 기간이 끝나고 까닭과 불복 방법을 알려요.", "민원처리법 §27③; 행정절차법 §26"),
        Consequence("민원인은 60일 안에 이의신청을 할 수 있어요.", "민원처리법 §35①"),
        Consequence("행정심판과 행정소송도 할 수 있다고 알려요.", "민원처리법 §35③"),
    )


def _paper(result: str) -> str:
    """The name of the paper, without what is told about it."""
    return result.partition(".")[0]
