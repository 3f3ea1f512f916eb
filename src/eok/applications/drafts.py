"""The content of a draft, decrypted: answers, how each paper will come, pages seen."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from eok.applications.models import Application, Draft
from eok.core import sealed
from eok.forms.known import Known

KEEP_DAYS = 30
"""A draft is kept this long after it was last saved; the person is told the day."""
WARN_DAYS = 5
"""So many days before, the person is told again."""


@dataclass(frozen=True)
class DraftContent:
    answers: Mapping[str, Any] = field(default_factory=dict)
    """By question id; also what is not shown at the moment (its condition became false)."""
    modes: Mapping[str, str] = field(default_factory=dict)
    """By paper id: look_up, upload or by_post."""
    visited: tuple[str, ...] = ()
    """Ids of pages that were completed once."""
    tab: str = ""
    """Which drawing of a page wrote last; its own further saves are no other device's."""
    known: Mapping[str, Known] = field(default_factory=dict)
    """What stood ready when the draft was begun, by question id."""


def read(draft: Draft) -> DraftContent:
    value = sealed.unseal(draft.wrapped_key, draft.content, context=f"draft:{draft.pk}")
    known = {name: Known(**one) for name, one in value.get("known", {}).items()}
    return DraftContent(
        value["answers"], value["modes"], tuple(value["visited"]), value.get("tab", ""), known
    )


def write(draft: Draft, content: DraftContent) -> None:
    """Put the content into the row (not saved yet)."""
    value = {
        "answers": dict(content.answers),
        "modes": dict(content.modes),
        "visited": list(content.visited),
        "tab": content.tab,
        "known": {name: asdict(one) for name, one in content.known.items()},
    }
    draft.content = sealed.seal(bytes(draft.wrapped_key), value, context=f"draft:{draft.pk}")


@dataclass(frozen=True)
class FiledContent:
    answers: Mapping[str, Any]
    modes: Mapping[str, str]
    applicant: Mapping[str, Any]
    """name, birth_date, phone, email as confirmed by the identity provider at filing."""


def read_filed(application: Application) -> FiledContent:
    context = f"application:{application.pk}"
    value = sealed.unseal(application.wrapped_key, application.content, context=context)
    return FiledContent(value["answers"], value["modes"], value["applicant"])


def seal_filed(application: Application, content: FiledContent) -> None:
    value = {
        "answers": dict(content.answers),
        "modes": dict(content.modes),
        "applicant": dict(content.applicant),
    }
    context = f"application:{application.pk}"
    application.content = sealed.seal(bytes(application.wrapped_key), value, context=context)
