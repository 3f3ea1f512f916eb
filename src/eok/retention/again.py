"""After a restore: end anew what the list says was destroyed, before anybody can open the house (개인정보 보호법 §21②)."""

from dataclasses import dataclass

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS

from eok.core import retention
from eok.core.errors import EokError
from eok.core.retention import PENDING
from eok.papers.actions import end as papers
from eok.retention import destroyed, residue
from eok.retention.actions.end import end_again
from eok.retention.models import Ending


class UnreadableListError(EokError):
    """A line of the list can't be read: nothing may be opened until somebody looked."""

    status = 500


@dataclass(frozen=True)
class Done:
    """What was done."""

    noted: int
    """Lines of the list."""
    ended: int
    """Records the database still had."""
    waits: bool = False
    """The data are of a release that could not end records: `./eok upgrade` does it, and nothing opens until then."""


def end_all() -> Done:
    """Safe at any time, any number of times; needs no key. Raises UnreadableListError."""
    try:
        if not destroyed.is_kept(DEFAULT_DB_ALIAS):
            return _before_there_were_ends()
        done = _end_noted()
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableListError(
            f"파기 목록의 줄을 읽지 못했습니다({error}). 이미 파기한 기록이 되살아날 수 있으니 열지 마세요. "
            "destroyed 폴더를 성한 사본으로 바꾼 뒤 ./eok retention again을 실행해 주세요."
        ) from error
    papers.drop_bytes()
    residue.fold_log()
    (settings.EOK_STATE_DIR / PENDING).unlink(missing_ok=True)
    return done


def _end_noted() -> Done:
    noted = ended = 0
    with residue.none_left():
        for one in destroyed.all_noted():
            noted += 1
            ended += one.kind in retention.keepers() and end_again(one)
    return Done(noted, ended)


def _before_there_were_ends() -> Done:
    """Nothing was ended in such data, and nothing can be before its tables are brought up."""
    noted = sum(1 for _ in destroyed.all_noted())
    if not noted:
        (settings.EOK_STATE_DIR / PENDING).unlink(missing_ok=True)
    return Done(noted, 0, waits=bool(noted))


def missing() -> list[str]:
    """Ends the database knows and the list does not: the list was lost or left behind."""
    noted = {(one.kind, one.record) for one in destroyed.all_noted()}
    rows = Ending.objects.values_list("kind", "record", "label")
    return [label for kind, record, label in rows if (kind, record) not in noted]
