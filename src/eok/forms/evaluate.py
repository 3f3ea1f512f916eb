"""What answers mean for a service, in one place for the rooms that follow: asked, filed, papers, progress, digest."""

from eok.forms.paper_states import PaperState, papers_for, papers_needed
from eok.forms.progress import (
    PlaceOfPage,
    Progress,
    incomplete,
    incomplete_pages,
    pages_asked,
    place_of,
    progress,
)
from eok.forms.signing import digest_of_filing
from eok.forms.visible import answered, asked, dropped, filed_answers, visible_questions

__all__ = [
    "PaperState", "PlaceOfPage", "Progress", "answered", "asked", "digest_of_filing", "dropped", "filed_answers",
    "incomplete", "incomplete_pages", "pages_asked", "papers_for", "papers_needed", "place_of", "progress", "visible_questions",
]  # fmt: skip
