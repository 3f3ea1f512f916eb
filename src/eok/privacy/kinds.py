"""What can be demanded, which parts an access has, why it may be refused: the words of the law as tables."""

from dataclasses import dataclass

KINDS = {
    "access": "개인정보 열람 요구",  # 개인정보 보호법 §35①
    "correct": "개인정보 정정 요구",  # 개인정보 보호법 §36①
    "erase": "개인정보 삭제 요구",  # 개인정보 보호법 §36①
}
SCOPES = {  # 개인정보 보호법 시행령 §41①
    "items": "개인정보의 항목 및 내용",
    "purpose": "개인정보의 수집·이용의 목적",
    "period": "개인정보 보유 및 이용 기간",
    "provided": "개인정보의 제3자 제공 현황",
    "consent": "개인정보 처리에 동의한 사실 및 내용",
    "readings": "누가 내 정보를 봤나(열람 기록)",  # 우리 구가 더 알리는 것
}
STATES = {
    "received": "받음",
    "postponed": "연기함",
    "answered": "알림",
    "partly": "일부 알림",
    "refused": "거절함",
}
OPEN = ("received", "postponed")
RECEIVE = {"portal": "여기(나의 민원)에서 내려받기", "visit": "구청에 와서 보기"}


def state_choices() -> list[tuple[str, str]]:
    return list(STATES.items())


def kind_choices() -> list[tuple[str, str]]:
    return list(KINDS.items())


@dataclass(frozen=True)
class Ground:
    """Why the law lets an office refuse or leave a part out."""

    key: str
    law: str
    text: str
    kinds: tuple[str, ...] = ("access",)


GROUNDS = (
    Ground("forbidden", "개인정보 보호법 §35④ 1호", "법률에 따라 열람이 금지되거나 제한되는 경우"),
    Ground("others", "개인정보 보호법 §35④ 2호", "다른 사람의 생명·신체나 재산, 이익을 해칠 우려가 있는 경우"),
    Ground("tax", "개인정보 보호법 §35④ 3호", "조세의 부과·징수·환급 업무에 중대한 지장이 있는 경우"),
    Ground("exam", "개인정보 보호법 §35④ 3호", "시험이나 자격 심사 업무에 중대한 지장이 있는 경우"),
    Ground("assessment", "개인정보 보호법 §35④ 3호", "진행 중인 보상금·급부금 평가나 판단에 중대한 지장이 있는 경우"),
    Ground("inspection", "개인정보 보호법 §35④ 3호", "진행 중인 감사·조사에 중대한 지장이 있는 경우"),
    Ground("collected_by_law", "개인정보 보호법 §36①", "다른 법령이 수집 대상으로 정한 개인정보라 삭제할 수 없는 경우", ("erase",)),
    Ground("correct_as_is", "개인정보 보호법 §36②", "조사한 결과 지금 적힌 것이 맞는 경우", ("correct", "erase")),
)  # fmt: skip
REMEDIES = (
    "이의 제기: 이 알림을 받은 뒤 우리 구청 개인정보 담당에게 다시 봐 달라고 할 수 있습니다. (개인정보 보호법 제38조제5항)",
    "분쟁조정: 개인정보 분쟁조정위원회에 조정을 신청할 수 있습니다. (개인정보 보호법 제43조제1항)",
    "침해 신고: 권리나 이익을 침해받았으면 개인정보 보호위원회에 신고할 수 있습니다. (개인정보 보호법 제62조제1항)",
)
"""개인정보 보호법 §38⑤, §43①, §62①."""


def grounds_of(kind: str) -> tuple[Ground, ...]:
    return tuple(ground for ground in GROUNDS if kind in ground.kinds)


def ground(key: str, kind: str) -> Ground | None:
    return next((one for one in grounds_of(kind) if one.key == key), None)
