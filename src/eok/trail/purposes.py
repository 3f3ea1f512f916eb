"""Why an officer may have personal values shown in clear: the choices, each with what it rests on.

A public office handles personal data as far as its task by law needs it (개인정보 보호법 §15① 3호), and no further than the
purpose (개인정보 보호법 §3①). `other` and the audit must be told in words.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Purpose:
    key: str
    label: str
    """As the resident reads it in 누가 내 정보를 봤나."""
    law: str
    words_needed: bool = False


PURPOSES = (
    Purpose("review", "신청 내용과 서류 심사", "개인정보 보호법 §15① 3호"),
    Purpose("contact", "민원인에게 연락하거나 알림", "개인정보 보호법 §15① 3호"),
    Purpose("answer", "민원인이 물은 것에 답함", "개인정보 보호법 §15① 3호"),
    Purpose("document", "문서와 대장 확인", "개인정보 보호법 §15① 3호"),
    Purpose("audit", "감사나 점검", "개인정보 보호법 §29", words_needed=True),
    Purpose("other", "다른 까닭", "개인정보 보호법 §15① 3호", words_needed=True),
)


def of(key: str) -> Purpose | None:
    return next((purpose for purpose in PURPOSES if purpose.key == key), None)
