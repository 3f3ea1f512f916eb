"""The read log of the desk: written before the page leaves (개인정보 보호법 시행령 §30①3)."""

from eok.accounts.models import Officer
from eok.casework.models import Case
from eok.trail.actions.record_reading import record_reading


def note_list(officer: Officer, name: str, count: int) -> None:
    """A list of masked rows was shown."""
    if count:
        record_reading(
            reader_kind="officer",
            reader=str(officer.pk),
            subject=f"list:{name}",
            purpose="업무 처리",
            count=count,
        )


def note_case(officer: Officer, case: Case, what: str = "사건 열람") -> None:
    """A case, or a paper of it, was opened with the name in clear."""
    record_reading(reader_kind="officer", reader=str(officer.pk), subject=f"case:{case.pk}", purpose=what)
