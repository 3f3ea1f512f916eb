"""What officers can be allowed to do. A right is a role for a service between two days (`models.Grant`).

The first four are the places in the line of 결재 that the district's delegation table names
(행정업무의 운영 및 혁신에 관한 규정 §10②); the others are the work around it.
"""

from enum import StrEnum


class Role(StrEnum):
    OFFICER = "officer"
    """Handles cases: accepts, checks, asks for a supplement, drafts."""
    TEAM_LEAD = "team_lead"
    DEPARTMENT_HEAD = "department_head"
    DISTRICT_HEAD = "district_head"
    RECEPTION = "reception"
    """Accepts filings at the counter and by hand (문서의 접수)."""
    OPERATOR = "operator"
    """Keeps the installation running; sees no case by this role."""
    RECORDS = "records"
    """Holds, deliberations and hand-over of records; sees no case by this role (공공기록물법 §41①)."""
    AUDITOR = "auditor"
    """Reads the records of who looked at what."""
    PRIVACY = "privacy"
    """Answers demands about one's own data, and looks through the read log each month (개인정보 보호법 §31③)."""
    ADOPTION = "adoption"
    """Fills in what the law leaves to the district, or agrees as the second person; sees no case by this role."""


LABELS = {
    Role.OFFICER: "담당자",
    Role.TEAM_LEAD: "팀장",
    Role.DEPARTMENT_HEAD: "과장",
    Role.DISTRICT_HEAD: "구청장",
    Role.RECEPTION: "접수 담당",
    Role.OPERATOR: "운영자",
    Role.RECORDS: "기록물관리 담당",
    Role.AUDITOR: "감사 담당",
    Role.PRIVACY: "개인정보 담당",
    Role.ADOPTION: "우리 구 사실 담당",
}
FOUR_EYES = (Role.OPERATOR,)
"""Who may give rights to others gets this one only when a second person has confirmed it."""
BY_A_HEAD = (Role.OFFICER, Role.TEAM_LEAD, Role.RECEPTION)
"""What the head of a department may give in that department; the rest is the operator's."""
EVERY_SERVICE = "*"
"""Stands in a grant for all affairs."""


def choices() -> list[tuple[str, str]]:
    """As a function, so that a new role makes no migration."""
    return [(role.value, label) for role, label in LABELS.items()]
