"""Who must sign a form beside the applicant, as the answers stand (`Form.signers` of the affair's file)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from eok.catalogue.schema import Service, Signer
from eok.forms import conditions


@dataclass(frozen=True)
class NeededSigner:
    """One signature that must be there before it can be filed."""

    id: str
    label: str
    name: str = field(repr=False)
    phone: str = field(repr=False)
    person: str = ""
    """Id of the person, where it is known who they are; else name and phone say it."""


def needed_signers(service: Service, answers: Mapping[str, Any]) -> tuple[NeededSigner, ...]:
    """answers: as `filed_answers` gave them. In the order of the affair's file."""
    wanted = (one for one in service.form.signers if conditions.holds(service, one.when, answers))
    return tuple(_needed(one, answers) for one in wanted)


def _needed(signer: Signer, answers: Mapping[str, Any]) -> NeededSigner:
    name = str(answers.get(signer.name.removeprefix("answers.")) or "")
    phone = str(answers.get(signer.phone.removeprefix("answers.")) or "")
    return NeededSigner(signer.id, signer.label.ko, name, phone)
