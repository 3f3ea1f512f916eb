"""What a screen reader finds, step by step: roles, names and live regions, held against what was reviewed.

`TRANSCRIPTS=write ./eok test` (or pytest) writes the files anew; the difference is then read like code.
"""

import os
import re
from difflib import unified_diff
from pathlib import Path

from playwright.sync_api import Page

FOLDER = Path(__file__).parent / "transcripts"
CHANGING = (
    (re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"), "<id>"),
    (re.compile(r"\b\d{4}-\d{6}\b"), "<number>"),
    (re.compile(r"\b[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}\b"), "<digest>"),
    (re.compile(r"\b\d{4}(-\d{4}){3}\b"), "<document>"),
    (re.compile(r"\b\d{17,20}\b"), "<bill>"),
    (re.compile(r"제\d{4}-서울서초-\d{5}호"), "<licence>"),
    (re.compile(r"http://127\.0\.0\.1:\d+"), "<house>"),
)

MESSAGES = re.compile(r'^( *)- region "(?:보낸 알림|구청이 확인하는 서류)":\n(?:\1 +.*\n?)*', re.MULTILINE)
"""Come when the worker gets to them: not in step with the page."""


class Transcript:
    """One journey's steps in one file."""

    def __init__(self, name: str) -> None:
        self.path = FOLDER / f"{name}.yml"
        self.steps: list[str] = []

    def add(self, page: Page) -> None:
        """The accessibility tree of the page's main part and of what it announces."""
        page.wait_for_load_state()
        told = page.get_by_role("main").aria_snapshot()
        for pattern, word in CHANGING:
            told = pattern.sub(word, told)
        told = MESSAGES.sub("", f"{told}\n").rstrip()
        self.steps.append(
            f"# {len(self.steps) + 1}. {page.get_by_role('heading', level=1).first.inner_text()}\n{told}\n"
        )

    def hold(self) -> None:
        """Compare with what was reviewed."""
        text = "\n".join(self.steps)
        if os.environ.get("TRANSCRIPTS") == "write":
            FOLDER.mkdir(exist_ok=True)
            self.path.write_text(text, encoding="utf-8")
        assert self.path.exists(), (
            f"{self.path.name} is missing: write it with TRANSCRIPTS=write and review it"
        )
        reviewed = self.path.read_text(encoding="utf-8")
        changes = unified_diff(reviewed.splitlines(), text.splitlines(), "reviewed", "found", lineterm="")
        assert text == reviewed, "\n".join(changes)
