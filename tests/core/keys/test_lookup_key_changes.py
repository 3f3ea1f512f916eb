"""Another look-up key while the house runs: found by both until all is reckoned anew, and then by the new one alone."""

import io
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models

from eok.accounts.models import Person
from eok.casework import queries as casework
from eok.casework.models import Case
from eok.core import clock
from eok.core.keys import keyring, relooking, rotation
from eok.core.keys.file import FileKeyring
from eok.licences import queries as licences
from eok.licences import replay
from eok.licences.models import Licence
from tests import affairs, keyrings
from tests.licences import entries

pytestmark = pytest.mark.django_db

NAME = "김하늘"
OTHERS: set[tuple[type[models.Model], str]] = {(Person, "subject_digest"), (Person, "ci_digest")}
"""Nobody can guess these; they stay with the first key."""


@pytest.fixture
def house(state_dir: Path) -> Iterator[FileKeyring]:
    """A house with keys of its own, three cases and an entry of the register."""
    keyrings.forget()
    ring = keyring()
    assert isinstance(ring, FileKeyring)
    person = affairs.person()
    for _ in range(3):
        affairs.closure(person)
    entries.opened()
    yield ring
    keyrings.forget()


def said(*words: str, code: int = 0) -> str:
    out = io.StringIO()
    try:
        call_command("keys", *words, stdout=out, stderr=out)
        assert code == 0, out.getvalue()
    except SystemExit as stopped:
        assert stopped.code == code, out.getvalue()
    return out.getvalue()


def found() -> tuple[int, int]:
    return casework.find(NAME, ["sanitation"]).count(), licences.search(NAME).count()


def test_every_field_that_is_looked_up_by_is_reckoned_anew() -> None:
    """A new table can't be forgotten: by the name of its field."""
    named = {
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if field.name.endswith("_digest")
    }
    ours: set[tuple[type[models.Model], str]] = {
        (Case, name) for name in ("name_digest", "phone_digest", "business_digest")
    }
    ours |= {(Licence, f"{name}_digest") for name in ("holder", "name", "kind", "business", "premises")}

    assert named - OTHERS == ours
    assert {table.model for table in relooking.tables()} == {model for model, _ in ours}


def test_a_change_finds_all_as_before(house: FileKeyring) -> None:
    before, digests = found(), set(Case.objects.values_list("name_digest", flat=True))
    assert before == (3, 1)

    out = said("rotate", "--lookup")

    assert "사건: 3건을 새 열쇠로 찾게 했습니다." in out
    assert found() == before
    assert digests.isdisjoint(Case.objects.values_list("name_digest", flat=True))
    assert list(replay.differences()) == []


def test_between_the_two_it_is_found_by_both(house: FileKeyring) -> None:
    assert rotation.begin_lookup()
    affairs.closure(affairs.person())

    assert found() == (4, 1)
    assert {left.table: left.rows for left in rotation.looked_up()} == {"사건": 3, "영업·등록 대장": 1}


def test_what_was_cut_off_is_gone_on_with(house: FileKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relooking, "STEP", 1)
    real, steps = relooking._write, iter(range(2))

    def cut(*words: Any) -> int:
        if next(steps, None) is None:
            raise InterruptedError
        return real(*words)

    monkeypatch.setattr(relooking, "_write", cut)
    with pytest.raises(InterruptedError):
        said("rotate", "--lookup")
    monkeypatch.setattr(relooking, "_write", real)
    key = house.lookups()
    assert sum(left.rows for left in rotation.looked_up()) == 2

    out = said("rotate", "--lookup")

    assert "이어서 합니다" in out
    assert house.lookups() == key
    assert found() == (3, 1)


def test_the_old_key_goes_a_day_later_and_only_when_nothing_needs_it(house: FileKeyring) -> None:
    rotation.begin_lookup()
    assert "옛 찾기 열쇠로 찾는 것이 있어 지우지 않았습니다: 영업·등록 대장 1건, 사건 3건" in said(
        "forget", code=1
    )
    said("rotate", "--lookup")
    assert "하루가 지나지 않았습니다" in said("forget", code=1)

    with clock.freeze(clock.now() + timedelta(days=2)):
        assert "옛 열쇠 1개를 지웠습니다" in said("forget")

    assert len(house.lookups()) == 1
    assert found() == (3, 1)
    assert json.loads(said("status", "--json"))["lookup"] == {
        "today": house.lookups()[0], "older": [], "waiting": {"사건": 0, "영업·등록 대장": 0},
    }  # fmt: skip


def test_a_case_that_ended_is_found_by_nothing(house: FileKeyring) -> None:
    ended = Case.objects.earliest("filed_at")
    Case.objects.filter(pk=ended.pk).update(
        wrapped_key=b"", name_digest="", phone_digest="", business_digest=""
    )

    said("rotate", "--lookup")

    ended.refresh_from_db()
    assert (ended.name_digest, found()[0]) == ("", 2)


def test_what_nobody_can_guess_stays(house: FileKeyring) -> None:
    """A provider's name for a person can't be reckoned anew: who comes again must be known."""
    known = list(Person.objects.values_list("subject_digest", "ci_digest"))

    said("rotate", "--lookup")

    assert list(Person.objects.values_list("subject_digest", "ci_digest")) == known
    code = house.digest("recovery-code", "1")
    assert house.digests("recovery-code", "1") == (code,)
