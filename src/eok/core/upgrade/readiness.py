"""What must hold before an upgrade changes anything."""

from pathlib import Path

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.loader import MigrationLoader

from eok.core.backup import kept, reach, room
from eok.core.backup.manifest import program_version
from eok.core.backup.taken import applied, require_known
from eok.core.keys import existing
from eok.core.upgrade import installed, releases
from eok.core.upgrade.compatible import Breach, breaches, contracts_since
from eok.core.upgrade.errors import NotReadyError
from eok.core.upgrade.journal import Entry

STAYS = "아무것도 바꾸지 않았고 옛 판이 그대로입니다."


def require(entry: Entry, state_dir: Path) -> None:
    """Raises NotReadyError, TablesError, NoRoomError, ToolError: the old program was not touched."""
    with reach.told():
        _require_data(state_dir)
        migrations = applied(DEFAULT_DB_ALIAS)
    require_known(migrations, "지금 자료")
    _require_key()
    _require_release(entry, frozenset(migrations))
    _require_expanding(entry)
    room.require(state_dir, 2 * _size(state_dir))


def is_done(state_dir: Path) -> bool:
    """Whether this program serves these data already."""
    if not (state_dir / installed.FILE).is_file() or installed.read(state_dir).version != program_version():
        return False
    with reach.told():
        return not installed.pending()


def found_breaches() -> list[Breach]:
    """What the changes that wait would take from the program that runs now."""
    waiting = installed.pending()
    loader = MigrationLoader(connections[DEFAULT_DB_ALIAS])
    names = {(one.app_label, one.name) for one in waiting}
    return list(
        breaches(waiting, loader.project_state([node for node in loader.graph.nodes if node not in names]))
    )


def _require_data(state_dir: Path) -> None:
    place = Path(str(connections[DEFAULT_DB_ALIAS].settings_dict["NAME"]))
    is_file = connections[DEFAULT_DB_ALIAS].vendor == "sqlite"
    if (is_file and not place.exists()) or not applied(DEFAULT_DB_ALIAS):
        raise NotReadyError(
            f"올릴 자료가 없습니다({place if is_file else '데이터베이스가 비어 있습니다'}). {STAYS} "
            "EOK_STATE_DIR과 EOK_DATABASE_URL을 확인하고, 처음이면 ./eok start로 열어 주세요."
        )


def _require_key() -> None:
    keys = existing()
    if keys is None:
        raise NotReadyError(
            f"이 자료의 열쇠가 keys 폴더에 없습니다. {STAYS} docs/keys.md를 따라 열쇠를 두고 다시 실행해 주세요."
        )
    if keys.is_demonstration and settings.EOK_PRODUCTION:
        raise NotReadyError(f"시험용 열쇠로는 운영할 수 없습니다. {STAYS} docs/keys.md를 봐 주세요.")


def _require_release(entry: Entry, migrations: frozenset[str]) -> None:
    if releases.of(migrations) is None:
        raise NotReadyError(
            f"자료가 첫 판({releases.RELEASES[0].version})보다 오래되어 올릴 수 없습니다. {STAYS} 먼저 그 판의 프로그램으로 열어 주세요."
        )
    if number(entry.source) > number(entry.target):
        raise NotReadyError(
            f"이 자료는 더 새로운 판({entry.source})이 쓰던 것인데 이 폴더는 {entry.target}입니다. {STAYS} "
            "새 판의 폴더에서 다시 실행해 주세요."
        )


def _require_expanding(entry: Entry) -> None:
    if found := found_breaches():
        raise NotReadyError(
            f"옛 판이 도는 동안 할 수 없는 바꿈이 있습니다: {found[0].migration} {found[0].why}. {STAYS} 이 글을 개발자에게 알려 주세요."
        )
    for migration in installed.pending():
        since = contracts_since(migration)
        if since and number(since) > number(entry.source):
            raise NotReadyError(
                f"{entry.source}에서 {entry.target}(으)로 바로 올릴 수 없습니다. {STAYS} 먼저 {since} 판으로 올려 주세요."
            )


def number(version: str) -> tuple[int, ...]:
    """For comparing: `0.2.0.dev0` counts as 0.2.0."""
    return tuple(int(part) for part in version.split(".")[:3] if part.isdigit())


def _size(state_dir: Path) -> int:
    """Bytes of what a backup holds."""
    place = Path(str(connections[DEFAULT_DB_ALIAS].settings_dict["NAME"]))
    files = [path for name in kept.folders() for path in (state_dir / name).rglob("*") if path.is_file()]
    return sum(path.stat().st_size for path in [*files, *([place] if place.is_file() else [])])
