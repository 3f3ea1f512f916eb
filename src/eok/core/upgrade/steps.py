"""The steps of an upgrade, in order; each may be cut off by a power cut and the whole be run again.

Nothing the old program serves with is touched before the last step: tables only gain (`compatible.py`), the new
program is tried in a folder of its own (`smoke.py`). So whatever fails, the old one goes on.
"""

import io
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from django.apps.registry import Apps
from django.conf import settings
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS

from eok.core import clock
from eok.core.backup.make import Made, make
from eok.core.backup.manifest import program_version
from eok.core.backup.taken import applied, models_at
from eok.core.errors import EokError
from eok.core.launch import running
from eok.core.retention import PENDING
from eok.core.upgrade import installed, journal, migrate, readiness, rollback, smoke
from eok.core.upgrade.errors import MigrationError, SmokeError, UnendedError
from eok.core.upgrade.journal import Entry, Journal

Say = Callable[[str], None]


@dataclass(frozen=True)
class Done:
    """A step that was made."""

    step: str
    text: str
    seconds: float


@dataclass
class Upgrade:
    """One run; `run` yields each step as it is done."""

    state_dir: Path
    backup_to: Path | None
    """Where the backup goes; None: into the state folder."""
    journal: Journal
    say: Say
    entry: Entry = field(init=False)
    earlier: Apps = field(init=False)
    """The models of the old program."""
    made: Made = field(init=False)

    def run(self) -> Iterator[Done]:
        """Raises NotReadyError before anything is changed, else an EokError with who goes on serving."""
        self.entry = Entry(installed.read(self.state_dir).version, program_version(), "check")
        steps = {
            "check": ("살펴보기", self._check),
            "backup": ("백업", self._back_up),
            "migrate": ("자료 틀", self._migrate),
            "destroyed": ("파기 목록", self._destroy_again),
            "catalogue": ("민원사무 검사", self._catalogue),
            "smoke": ("새 판 열어 보기", self._smoke),
            "switch": ("판 적기", self._switch),
        }
        for number, (name, (title, work)) in enumerate(steps.items(), start=1):
            self.say(f"[{number}/{len(steps)}] {title}…")
            began = monotonic()
            self.entry = journal.at(self.entry, name)
            self.journal.begin(self.entry)
            yield Done(title, work(), round(monotonic() - began, 1))
        self.journal.begin(journal.at(self.entry, "done"))

    def _check(self) -> str:
        readiness.require(self.entry, self.state_dir)
        self.earlier = models_at(applied(DEFAULT_DB_ALIAS), "지금 자료")
        waiting = len(installed.pending())
        return f"{self.entry.source} → {self.entry.target}, 바꿀 자료 틀 {waiting}건, 지금 열린 곳: {running.address() or '없음'}"

    def _back_up(self) -> str:
        for draft in self.journal.folder.glob(".before-*"):  # of a run that was cut off
            draft.unlink()
        moment = f"{clock.seoul_now():%Y-%m-%d-%H%M%S}-{secrets.token_hex(2)}"
        name = f"before-{self.entry.target}-{moment}.tar"
        self.made = make((self.backup_to or self.journal.folder) / name, state_dir=self.state_dir)
        self.entry = Entry(self.entry.source, self.entry.target, self.entry.step, str(self.made.path.name))
        return f"{self.made.path} ({self.made.path.stat().st_size / 1024**2:,.1f} MB)"

    def _migrate(self) -> str:
        try:
            return f"{migrate.migrate(lambda name: self.say(f'      {name}'))}건을 바꿨습니다"
        except MigrationError as error:
            if rollback.serves_the_old(self.earlier):
                raise MigrationError(f"{error.message} {rollback.OLD_GOES_ON}") from error
            raise MigrationError(f"{error.message} {self._put_back()}") from error

    def _put_back(self) -> str:
        return rollback.put_back(
            self.made.path, self.made.manifest, state_dir=self.state_dir, earlier=self.earlier,
            is_open=bool(running.address()),
        )  # fmt: skip

    def _destroy_again(self) -> str:
        """A restored backup of an earlier release had no tables for it until now (개인정보 보호법 §21②)."""
        if not (self.state_dir / PENDING).exists():
            return "다시 파기할 것이 없습니다"
        said, wrong = io.StringIO(), io.StringIO()
        try:
            call_command("retention", "again", stdout=said, stderr=wrong)
        except SystemExit as ended:
            raise UnendedError(
                f"{wrong.getvalue().strip()} 자료 틀은 올렸습니다. 까닭을 고친 뒤 ./eok upgrade를 다시 실행해 주세요."
            ) from ended
        return said.getvalue().strip()

    def _catalogue(self) -> str:
        said = io.StringIO()
        try:
            call_command("catalogue", "check", stdout=said)
        except SystemExit as ended:
            raise SmokeError(
                f"민원사무 파일에 고칠 곳이 있습니다: {said.getvalue().strip()} {rollback.OLD_GOES_ON}"
            ) from ended
        return said.getvalue().strip()

    def _smoke(self) -> str:
        try:
            seen = smoke.smoke(
                self.journal.folder / "house", state_dir=self.state_dir, role=settings.EOK_ROLE,
                base_url=settings.EOK_BASE_URL,
            )  # fmt: skip
        except EokError as error:
            raise SmokeError(f"{error.message} {rollback.OLD_GOES_ON}") from error
        return f"화면 {seen.pages}가지가 열리고, 기다리는 일 {seen.jobs}건을 읽을 수 있습니다"

    def _switch(self) -> str:
        installed.note(self.state_dir)
        return f"이 자료의 판: {self.entry.target}"
