"""What somebody did with personal data, as the read log tells it (개인정보 보호법 시행령 §30①)."""

from enum import StrEnum


class Act(StrEnum):
    """What was done."""

    LOOK = "look"
    """A page with values hidden, or a list of such rows."""
    UNMASK = "unmask"
    """The values were shown in clear, with a purpose."""
    SAVE = "save"
    """A paper or a document was shown or saved whole."""
    EXPORT = "export"
    """A row left in a file with names in clear."""
    LOOK_UP = "look_up"
    """Another office was asked, by an officer or by the system."""


ACTS = {
    Act.LOOK: "열어 봄",
    Act.UNMASK: "가림을 풀고 봄",
    Act.SAVE: "서류·문서를 봄",
    Act.EXPORT: "파일로 내려받음",
    Act.LOOK_UP: "다른 기관에 조회함",
}
"""As residents and reviewers read it."""


def label(act: str) -> str:
    """In words; an act this program does not know is a look."""
    return ACTS.get(Act(act), "") if act in set(Act) else ACTS[Act.LOOK]
