"""Certificates as data: each file `data/certificates/<id>.yaml` describes one, in the words of its official form."""

from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from django.conf import settings
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from eok.certificates.errors import DefinitionError


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(_Part):
    """Where a fact of the file comes from."""

    grade: Literal["법령", "우리 구", "참고", "미확인"]
    cite: str | None = None
    note: str | None = None


class OfficialForm(_Part):
    """The 별지 서식 the certificate is."""

    law: str
    number: str
    source: Source


class Caption(_Part):
    """One line of the certificate."""

    caption: str
    value: str
    """Name of the value it shows."""
    max_length: int = Field(gt=0)
    absent: str | None = None
    """Printed when there is no value."""
    optional: bool = False
    """Without a value the line is left out."""


class Certificate(_Part):
    """One kind of certificate."""

    id: str
    title: str
    form: OfficialForm
    number: str
    """How its number is printed: `제 {number} 호`."""
    captions: tuple[Caption, ...] = Field(min_length=1)
    sentence: str
    renditions: tuple[Literal["print", "electronic"], ...] = Field(min_length=1)
    sheet: str
    """Template under the data folder, without ending."""
    seal: int
    """Number of its seal dictionary."""


@cache
def certificate(identifier: str) -> Certificate:
    """The certificate of that id. Raises DefinitionError."""
    if not identifier.replace("-", "").isalnum():
        raise DefinitionError(identifier, "no such id")
    path = Path(settings.EOK_DATA_DIR) / "certificates" / f"{identifier}.yaml"
    try:
        found = Certificate.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise DefinitionError(identifier, str(error)) from error
    if found.id != identifier:
        raise DefinitionError(identifier, f"{path.name} says id {found.id}")
    return found


def certificates() -> tuple[str, ...]:
    """The ids of all certificates there are."""
    return tuple(sorted(path.stem for path in (Path(settings.EOK_DATA_DIR) / "certificates").glob("*.yaml")))
