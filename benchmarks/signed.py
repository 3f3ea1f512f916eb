"""What a browser holds in front of the button 제출: a session, a signed draft, and its address."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Signed:
    draft_id: str
    session: str
    csrf: str

    @property
    def path(self) -> str:
        return f"/drafts/{self.draft_id}/submit/"

    @property
    def headers(self) -> dict[str, str]:
        return {"Cookie": f"eok_session={self.session}; eok_csrf={self.csrf}", "Accept-Encoding": "br"}

    @property
    def form(self) -> dict[str, str]:
        return {"csrfmiddlewaretoken": self.csrf, "do": "file"}

    def line(self) -> str:
        return json.dumps(asdict(self))


def read(lines: str) -> list[Signed]:
    """What was printed, one `line()` each."""
    return [Signed(**json.loads(line)) for line in lines.splitlines()]
