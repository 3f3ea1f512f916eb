"""`./eok jobs`: work that was given up after many tries, and `--again` once its cause is mended."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from eok.core import clock
from eok.core.models import Job


class Command(BaseCommand):
    help = "포기한 일 보기 [--again 다시 하기] · work that was given up"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--again", action="store_true", help="포기한 일을 모두 다시 하게 합니다")

    def handle(self, *args: Any, **options: Any) -> None:
        dead = Job.objects.filter(dead=True)
        for job in dead.order_by("pk"):
            self.stdout.write(f"{job.pk} {job.name} {job.attempts}번: {job.last_error}")
        if options["again"]:
            count = dead.update(dead=False, attempts=0, due_at=clock.now(), leased_until=None)
            self.stdout.write(f"{count}건을 다시 합니다. 일꾼이 곧 맡습니다.")
        elif not dead.exists():
            self.stdout.write("포기한 일이 없습니다.")
