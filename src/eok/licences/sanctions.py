"""행정처분: which there are, and which of them stops the business on which days."""

from enum import StrEnum


class SanctionKind(StrEnum):
    WARNING = "warning"
    ORDER = "order"
    SUSPENSION = "suspension"
    PENALTY = "penalty"


LABELS = {
    SanctionKind.WARNING: "경고",
    SanctionKind.ORDER: "시정명령",
    SanctionKind.SUSPENSION: "영업정지",
    SanctionKind.PENALTY: "과징금",
}


def kind_choices() -> list[tuple[str, str]]:
    return [(kind.value, label) for kind, label in LABELS.items()]
