"""Save what was typed, as one types and at the end of each page."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.db import transaction

from eok.accounts.models import Person
from eok.applications import drafts
from eok.applications.actions.consent import follow_mode
from eok.applications.drafts import DraftContent
from eok.applications.errors import DraftNotFoundError, EditedElsewhereError
from eok.applications.models import Draft
from eok.core import clock
from eok.core.keyed import Key
from eok.core.prepared import ID, Rows, Slot

_LOCKED = Rows(
    lambda: Draft.objects.select_for_update().filter(pk=Slot("id", ID), person_id=Slot("person", ID))
)


@transaction.atomic
def save_answers(
    *,
    draft_id: Key,
    answers: Mapping[str, Any],
    revision: int,
    visited: str | None,
    by: Person,
    tab: str = "",
    leaving: bool = False,
) -> Draft:
    """Lay the answers of one page over the draft. What is there already changes nothing.

    revision: the one the page was drawn from; EditedElsewhereError when another device was faster.
    visited: id of the page when it was completed, None while typing.
    tab: names this drawing of the page, so that what it saved while typing is not taken for another device's.
    leaving: the drawing is done with; a save of it that arrives late overwrites nothing.
    """
    draft = locked_draft(draft_id, by)
    content = drafts.read(draft)
    new = any(content.answers.get(name) != value for name, value in answers.items())
    ours = revision == draft.revision or (tab != "" and tab == content.tab)
    if new and not ours:
        raise EditedElsewhereError
    seen = content.visited
    if visited is not None and visited not in seen:
        seen = (*seen, visited)
    later = replace(content, answers={**content.answers, **answers}, visited=seen, tab="" if leaving else tab)
    return _write(draft, later) if new or leaving or seen != content.visited else draft


@transaction.atomic
def choose_mode(*, draft_id: Key, paper_id: str, mode: str, by: Person) -> Draft:
    """How a paper will come: look_up (consent), upload, by_post (전자정부법 §42①)."""
    follow_mode(locked_draft(draft_id, by), paper_id, mode, by)
    return _change(draft_id, by, lambda c: replace(c, modes={**c.modes, paper_id: mode}))


@transaction.atomic
def mark_visited(*, draft_id: Key, page_id: str, by: Person) -> Draft:
    """The papers page was completed."""
    return _change(draft_id, by, lambda c: replace(c, visited=tuple({*c.visited, page_id})))


def locked_draft(draft_id: Key, by: Person) -> Draft:
    """The person's own draft, held against other writers. Raises DraftNotFoundError."""
    draft = _LOCKED.first(id=draft_id, person=by.pk)
    if draft is None:
        raise DraftNotFoundError
    return draft


def _change(draft_id: Key, by: Person, change: Callable[[DraftContent], DraftContent]) -> Draft:
    draft = locked_draft(draft_id, by)
    return _write(draft, change(drafts.read(draft)))


def _write(draft: Draft, content: DraftContent) -> Draft:
    """One more revision, and the days of keeping begin anew."""
    drafts.write(draft, content)
    draft.revision += 1
    draft.saved_at = clock.now()
    draft.expires_on = clock.seoul_now().date() + timedelta(days=drafts.KEEP_DAYS)
    draft.save(update_fields=["content", "revision", "saved_at", "expires_on"])
    return draft
