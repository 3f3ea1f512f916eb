"""What the law says of each register: `data/registers/<id>.yaml`.

Which article has it kept and in which form, and on which articles the office may act of its own accord. The
district says in `registers.yaml` what it is called here, how its numbers are written and who keeps it.
"""

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from pydantic import BaseModel, ConfigDict, ValidationError

from eok.licences.errors import RegisterFileError
from eok.licences.sanctions import SanctionKind


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Ground(Part):
    """An article on which the office acts, and what it asks for first."""

    law: str
    text: str
    hearing: str = ""
    """Article that has a hearing held (청문); empty: a chance to say something is enough (행정절차법 §22③)."""
    announced_days: int = 0
    """Days the plan must be announced before (식품위생법 시행규칙 §47의2); 0: not asked for."""


class SanctionGround(Ground):
    kind: SanctionKind
    most_won: int = 0
    """Highest 과징금; 0: the law names none here."""


class Book(Part):
    """The 관리대장."""

    law: str
    form: str
    """`별지 제33호서식`; empty: the law names none."""
    columns: tuple[str, ...]
    note: str = ""
    """What is not known for sure (미확인)."""


class RegisterLaw(Part):
    id: str
    book: Book
    sanctions: tuple[SanctionGround, ...] = ()
    revoke: tuple[Ground, ...] = ()
    strike_off: tuple[Ground, ...] = ()
    read_on: date
    """When the articles were read."""


def register_law(key: str) -> RegisterLaw:
    """Raises RegisterFileError."""
    return _read(settings.EOK_DATA_DIR, key)


@lru_cache(maxsize=64)
def _read(folder: Path, key: str) -> RegisterLaw:
    path = folder / "registers" / f"{key}.yaml"
    try:
        value: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
        return RegisterLaw.model_validate(value)
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise RegisterFileError(
            f"{path.name}: 대장의 법 자료를 읽지 못했습니다. 칸을 확인해 주세요. ({error})"
        ) from error
