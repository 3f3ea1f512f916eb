"""The person a provider vouches for, out of the standard claims (OpenID Connect Core 1.0 §5.1) and `ci`.

`ci` (연계정보) is no standard claim; its name here is ours, 미확인 for any real provider.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date

from eok.linkage.errors import IdentityRefusedError
from eok.linkage.oidc.id_token import Believed
from eok.linkage.ports import Identity

WANTED = ("name", "birthdate", "phone_number", "ci")

NAMELESS = (
    "본인확인 기관이 실명을 보내지 않았습니다. 이름을 모르면 신청인으로 볼 수 없습니다. "
    "정보 제공에 동의하고 다시 하거나 다른 확인 방법을 골라 주세요."
)


def person(believed: Believed, userinfo: Mapping[str, object], assertion: str) -> Identity:
    """Identity from the token first, the userinfo answer second. Raises IdentityRefusedError without a name."""
    said = {**userinfo, **believed.claims}
    name = unicodedata.normalize("NFC", _text(said, "name")).strip()
    if not name:
        raise IdentityRefusedError(NAMELESS)
    return Identity(
        subject=_text(said, "sub"),
        name=name,
        birth_date=_birth_date(_text(said, "birthdate")),
        phone=_phone(_text(said, "phone_number")),
        ci=_text(said, "ci"),
        authenticated_at=believed.authenticated_at,
        assertion=assertion,
        assertion_key=believed.key,
    )


def _text(said: Mapping[str, object], claim: str) -> str:
    value = said.get(claim)
    return value if isinstance(value, str) else ""


def _birth_date(text: str) -> date | None:
    """The standard also allows a year alone or year 0000; neither is a birth date for us."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _phone(text: str) -> str:
    """E.164 or domestic spelling to 010-1234-5678; anything else as it came."""
    digits = re.sub(r"\D", "", re.sub(r"^\+82", "0", text.strip()))
    mobile = re.fullmatch(r"0?(01\d)(\d{3,4})(\d{4})", digits)
    return "-".join(mobile.groups()) if mobile else text
