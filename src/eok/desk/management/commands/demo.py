"""`./eok demo`: the demonstration's people and a licence to close. Idempotent; refused in production."""

from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from eok.accounts.demo import create_demonstration_officers
from eok.licences import queries as registers
from eok.licences.actions.open import Entry, open_licence
from eok.licences.record import Who

LICENCES = (
    ("food-business", "제2024-{serial:07d}호", date(2024, 3, 4), {
        "name": "하늘식당", "kind": "일반음식점",
        "premises": "서울특별시 서초구 시범대로 12, 1층", "holder": "김하늘",
    }),
)  # fmt: skip


class Command(BaseCommand):
    help = "시험용 사람과 대장을 만듭니다"

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.EOK_PRODUCTION:
            raise CommandError("운영(EOK_PRODUCTION=1)에서는 시험용 자료를 만들지 않습니다.", returncode=2)
        made = len(create_demonstration_officers())
        made += sum(self._licence(*row) for row in LICENCES)
        self.stdout.write(f"시험용 자료 {made}건을 만들었습니다.")

    def _licence(self, register: str, pattern: str, on: date, content: dict[str, str]) -> bool:
        if registers.find(register, pattern.format(serial=1)):
            return False
        entry = Entry(register, on, content, Who("import", "demonstration", "import:demonstration"))
        open_licence(entry, number_pattern=pattern)
        return True
