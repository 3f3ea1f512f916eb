"""Nothing opens on a database that was restored and not yet held against the list of what was destroyed."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from eok.core.retention import PENDING
from eok.core.soundness import START


def restored_whole(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """A restore that was cut off leaves its mark (개인정보 보호법 §21②)."""
    if not (settings.EOK_STATE_DIR / PENDING).exists():
        return []
    return [
        Error(
            "백업을 되살리다 멈춰서, 파기한 기록이 되살아나 있을 수 있습니다. 그래서 열지 않습니다. "
            "가장 새로운 destroyed 폴더를 상태 폴더에 두고 ./eok retention again을(옛 판의 자료면 ./eok upgrade를) 실행해 주세요.",
            id="retention.E001",
        )
    ]


def register_all() -> None:
    register(restored_whole, START)
