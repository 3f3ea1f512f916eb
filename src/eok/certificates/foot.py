"""What the foot of a certificate tells its reader: three ways to check it.

(민원처리법 시행령 §30① 3호 진위확인조치; 전자정부법 시행령 §24③: an electronic form says that it replaces the paper one.)
"""

from dataclasses import dataclass
from datetime import datetime

from eok.core.clock import SEOUL

TITLE = "이 문서가 진짜인지 확인하는 방법"


@dataclass(frozen=True)
class Foot:
    """The words at the foot of one rendition."""

    rendition: str
    """Shown at the upper right: 출력본 or 전자문서 원본."""
    steps: tuple[str, ...]
    notes: tuple[str, ...]
    patch: str | None
    """Beside the box in which 사본 would appear; None where there is no copy mark."""
    title: str = TITLE


def printed_foot(host: str, contact: str, at: datetime, ordinal: int) -> Foot:
    """For the sheet that is printed at home."""
    return Foot(
        rendition="출력본",
        steps=(
            "오른쪽 QR을 찍으면 발급한 내용이 나옵니다. 위의 내용과 견주어 보세요.",
            f"{host}/verify 에 문서확인번호 16자리를 넣으면 지금 상태도 보입니다.",
            f"전화: {contact}",
        ),
        notes=(
            f"출력 {_moment(at)} · {ordinal}회째 출력 · 실제 크기(100%)로 출력해야 무늬가 바르게 나옵니다.",
        ),
        patch="왼쪽 칸에 ‘사본’이라는 글자가 보이면 복사한 종이입니다.",
    )


def electronic_foot(host: str, signer: str, at: datetime, form: str, title: str) -> Foot:
    """For the file itself."""
    return Foot(
        rendition="전자문서 원본",
        steps=(
            f"{host}/verify 에 이 파일을 올리면 서명과 내용을 바로 확인합니다.",
            "오른쪽 QR을 찍으면 발급한 내용이 나옵니다. 위의 내용과 견주어 보세요.",
            "문서확인번호로는 지금도 효력이 있는지까지 확인할 수 있습니다.",
        ),
        notes=(
            f"서명: {signer} · {_moment(at)}",
            f"이 전자문서는 {form}의 종이 {title.split()[-1]}을 갈음합니다.",
        ),
        patch=None,
    )


def _moment(at: datetime) -> str:
    return at.astimezone(SEOUL).strftime("%Y.%m.%d. %H:%M")
