"""`./eok assets`: make the static files; `--count` renews the order of syllables from our texts."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from eok.krds import assets
from eok.krds.fonts import count, slices


class Command(BaseCommand):
    help = "스타일·스크립트·글꼴 파일을 만듭니다(바뀐 것이 있을 때만)."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--force", action="store_true", help="바뀐 것이 없어도 다시 만듭니다.")
        parser.add_argument("--count", action="store_true", help="우리 글에 쓰인 글자를 다시 셉니다.")

    def handle(self, *args: object, force: bool, count: bool, **options: object) -> None:
        if count:
            self._count()
        made = assets.build(force=force)
        self.stdout.write("만들었습니다." if made else "바뀐 것이 없습니다.")

    def _count(self) -> None:
        folders = (assets.ROOMS, Path(settings.EOK_DATA_DIR), Path(settings.EOK_DISTRICT_DIR))
        syllables = count.ordered(count.texts(folders), slices.order())
        count.write(slices.ORDER, syllables)
