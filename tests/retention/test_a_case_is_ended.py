"""After period and deliberation the worker ends a case: nothing of it can be read, and the record still verifies."""

import pytest

from eok.accounts.models import Signature
from eok.applications import drafts
from eok.applications.models import Application
from eok.casework import queries as casework
from eok.casework.models import Case, CaseEvent, Review
from eok.core import sealed
from eok.core.keys import KeyDestroyedError
from eok.notify.models import Message
from eok.papers import vault
from eok.papers.models import Upload
from eok.retention import work
from eok.retention.models import Ending
from eok.trail.actions.seal import seal_new
from eok.trail.checking.whole import check
from tests import affairs
from tests.retention.years import deliberated

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)


def test_every_key_of_a_case_is_gone(closed: Case, over: object) -> None:
    deliberated(closed)

    work.run({})

    closed.refresh_from_db()
    assert closed.state == "ended"
    assert bytes(closed.wrapped_key) == b""
    assert _keys() == set()
    with pytest.raises(KeyDestroyedError):
        drafts.read_filed(closed.application)
    with pytest.raises(KeyDestroyedError):
        casework.event_at(closed, 1)


def test_nothing_finds_the_person_any_more(closed: Case, over: object) -> None:
    deliberated(closed)

    work.run({})

    assert not casework.find("김하늘", ["sanitation"]).exists()
    assert not casework.find("010-0000-0002", ["sanitation"]).exists()
    assert casework.find(str(closed.case_no), ["sanitation"]).get() == closed


def test_the_bytes_of_its_files_leave_the_disk(closed: Case, over: object) -> None:
    files = list(Upload.objects.values_list("pk", flat=True))
    deliberated(closed)
    assert files
    assert all(vault.path_of(file).exists() for file in files)

    work.run({})

    assert not any(vault.path_of(file).exists() for file in files)


def test_the_end_is_an_event_without_details(closed: Case, over: object) -> None:
    deliberated(closed)

    work.run({})

    last = CaseEvent.objects.filter(case=closed).latest("sequence")
    assert (last.verb, last.actor_kind, bytes(last.details)) == ("end", "system", b"")
    assert last.law == "공공기록물법 §27①; 공공기록물법 시행령 §43①"


def test_the_chain_and_its_seals_still_verify(closed: Case, over: object) -> None:
    seal_new()
    deliberated(closed)

    work.run({})

    seal_new()
    found = check([])
    assert found.findings == []
    assert found.links == CaseEvent.objects.count()


def test_the_register_says_what_and_why_and_nothing_personal(closed: Case, over: object) -> None:
    deliberated(closed)

    work.run({})

    line = Ending.objects.get(kind="case")
    assert (line.label, line.ground) == (f"접수번호 {closed.case_no}", "심의-1")
    assert line.keys >= 4
    assert line.files >= 1
    assert "김하늘" not in "".join(str(value) for value in vars(line).values())


def test_a_second_run_changes_nothing(closed: Case, over: object) -> None:
    deliberated(closed)
    work.run({})
    work.run({})  # now the person, whom nothing living names any more
    before = list(Ending.objects.values()), CaseEvent.objects.count()

    work.run({})

    assert (list(Ending.objects.values()), CaseEvent.objects.count()) == before


def test_another_case_is_left_alone(closed: Case, over: object) -> None:
    other = affairs.closure(affairs.person("이바다", "010-0000-0009"))
    deliberated(closed)

    work.run({})

    other.refresh_from_db()
    assert casework.summary(other)["name"] == "이바다"


def _keys() -> set[str]:
    """Where a wrapped key is still kept."""
    tables = (Case, Application, Signature, Message, Upload)
    return {model.__name__ for model in tables if model._default_manager.exclude(wrapped_key=b"").exists()}


def test_the_sealed_columns_outside_the_chain_are_empty(closed: Case, over: object) -> None:
    assert Review.objects.exclude(note=b"").exists()
    deliberated(closed)

    work.run({})

    assert not Review.objects.exclude(note=b"").exists()
    with pytest.raises(KeyDestroyedError):
        sealed.unseal(b"", b"x", context="y")
