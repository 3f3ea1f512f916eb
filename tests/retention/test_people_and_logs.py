"""What never was a record ends when its days are over: people nothing living names, and lines of the access log."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from eok.accounts import retained
from eok.accounts.models import Person, SignInRecord
from eok.accounts.queries import profile
from eok.casework.models import Case
from eok.core import clock
from eok.core.keys import KeyDestroyedError
from eok.retention import access_log, work
from eok.retention.models import Ending
from eok.trail.actions.record_reading import record_reading
from eok.trail.models import Reading
from tests import affairs
from tests.retention.years import at, deliberated

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)
AFTER = date(2027, 2, 22)
"""91 days after the Monday."""


def test_a_person_without_anything_ends(monday: object) -> None:
    person = affairs.person()

    with at(AFTER):
        work.run({})

    person.refresh_from_db()
    with pytest.raises(KeyDestroyedError):
        profile(person)
    assert Ending.objects.get().law == "개인정보 보호법 §21①"


def test_not_a_day_too_early(monday: object) -> None:
    affairs.person()

    with at(AFTER - timedelta(days=1)):
        work.run({})

    assert not Ending.objects.exists()


def test_a_person_with_a_draft_or_a_readable_case_stays(closed: Case) -> None:
    drafting = affairs.person("이바다", "010-0000-0009")
    affairs.draft("mail-order-report", affairs.MAIL_ORDER, drafting)

    with at(AFTER):
        work.run({})

    assert Person.objects.exclude(wrapped_key=b"").count() == 2


def test_a_person_ends_after_their_last_case(closed: Case, over: date) -> None:
    deliberated(closed)

    work.run({})
    work.run({})

    assert not Person.objects.exclude(wrapped_key=b"").exists()
    assert set(Ending.objects.values_list("kind", flat=True)) == {"case", "person"}


def test_who_comes_again_is_somebody_new(monday: object) -> None:
    from eok.accounts.actions.welcome import welcome
    from eok.linkage.ports import Identity

    identity = Identity(
        subject="again", name="김하늘", birth_date=date(1985, 4, 12), phone="010-0000-0002", ci="ci-again",
        authenticated_at=clock.now(), assertion="token", assertion_key="{}",
    )  # fmt: skip
    first = welcome(identity)
    with at(AFTER):
        work.run({})
        second = welcome(identity)

    assert second != first
    assert profile(second).name == "김하늘"


def test_an_ended_person_is_not_found_again(monday: object) -> None:
    affairs.person()
    with at(AFTER):
        work.run({})

        assert list(retained.PersonKeeper().finished(date(2099, 1, 1))) == []


def test_old_lines_of_the_access_log_go_and_younger_stay(monday: object) -> None:
    for _ in range(2):
        record_reading(reader_kind="officer", reader="1", subject="list:cases", purpose="업무 처리")
    SignInRecord.objects.create(
        at=clock.now(), who_kind="officer", who="1", how="password", outcome="ok", address=""
    )
    with at(date(2028, 11, 22)):
        record_reading(reader_kind="officer", reader="1", subject="list:cases", purpose="업무 처리")

    with at(date(2028, 11, 25)):
        assert access_log.delete_old() == 3

    assert Reading.objects.count() == 1


def test_nothing_of_the_log_goes_while_the_district_set_no_days(
    monday: object, settings: object, tmp_path: Path
) -> None:
    """개인정보의 안전성 확보조치 기준 was read in a guide only (참고)."""
    record_reading(reader_kind="officer", reader="1", subject="list:cases", purpose="업무 처리")
    settings.EOK_DISTRICT_DIR = _without_table(tmp_path)  # type: ignore[attr-defined]  # pytest-django's wrapper

    with at(date(2040, 1, 1)):
        assert access_log.delete_old() == 0


def _without_table(folder: Path) -> Path:
    import shutil

    from django.conf import settings

    copy = folder / "district"
    shutil.copytree(settings.EOK_DISTRICT_DIR, copy, ignore=shutil.ignore_patterns("retention.yaml"))
    return copy
