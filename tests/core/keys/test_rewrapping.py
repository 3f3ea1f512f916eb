"""The district's key is changed while the house runs: all of it is wrapped anew, nothing is lost, nothing comes back."""

import io
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from unittest import mock

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models

from eok.accounts import queries
from eok.accounts.models import Person
from eok.applications.models import Application
from eok.core import clock, keys, sealed
from eok.core.keys import KeyringError, keyring, rewrapping, rotation
from eok.core.keys.file import FileKeyring
from tests import affairs, keyrings

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(state_dir: Path) -> Iterator[FileKeyring]:
    """A house with keys of its own and a filed case."""
    keyrings.forget()
    ring = keyring()
    assert isinstance(ring, FileKeyring)
    affairs.closure(affairs.person())
    yield ring
    keyrings.forget()


def said(*words: str, code: int = 0) -> str:
    out = io.StringIO()
    try:
        call_command("keys", *words, stdout=out, stderr=out)
        assert code == 0
    except SystemExit as stopped:
        assert stopped.code == code
    return out.getvalue()


def answers() -> str:
    filed = Application.objects.get()
    content = sealed.unseal(filed.wrapped_key, filed.content, context=f"application:{filed.pk}")
    return str(content["answers"]["business_name"])


def test_every_field_that_holds_a_key_is_found() -> None:
    """A new table can't be forgotten: by the name of its field, which this test demands."""
    named = {
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.BinaryField) and "key" in field.name
    }

    assert named == {(column.model, column.field) for column in rewrapping.columns()}
    assert len(named) >= 8


def test_no_stored_bytes_open_by_the_old_key_after_a_change(house: FileKeyring) -> None:
    """Whatever a field is called: what the old key still opens in any table was forgotten."""
    old = house._districts()[0]
    fields = [
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.BinaryField)
    ]

    def opened() -> int:
        kept = (row for model, name in fields for row in model._base_manager.values_list(name, flat=True))
        return sum(old.opens(bytes(value)) is not None for value in kept if value)

    assert opened() >= 3
    said("rotate")
    assert opened() == 0


def test_status_rotate_forget_as_the_operator_does(house: FileKeyring) -> None:
    before = json.loads(said("status", "--json"))
    assert before["older"] == []
    assert set(before["waiting"].values()) == {0}

    said("rotate")

    after = json.loads(said("status", "--json"))
    assert after["older"] == [before["today"]]
    assert "하루가 지나지 않았습니다" in said("forget", code=1)
    assert answers() == "하늘식당"
    with clock.freeze(clock.now() + timedelta(days=2)):
        assert "옛 열쇠 1개를 지웠습니다" in said("forget")
    assert json.loads(said("status", "--json")) == {**before, "today": after["today"]}
    keyrings.forget()
    assert answers() == "하늘식당"


def test_people_are_found_after_the_change(house: FileKeyring) -> None:
    digest = house.digest("business-no", "1234567890")

    said("rotate")
    keyrings.forget()

    assert keyring().digest("business-no", "1234567890") == digest
    person = Person.objects.get()
    assert queries.profile(person)


def test_what_is_not_wrapped_anew_is_counted_and_keeps_the_old_key(house: FileKeyring) -> None:
    house.begin_new_district_key(clock.now())

    assert any(json.loads(said("status", "--json", code=1))["waiting"].values())
    with clock.freeze(clock.now() + timedelta(days=2)):
        assert "마저 감싼 뒤" in said("forget", code=1)
    assert answers() == "하늘식당"


def test_a_change_that_was_cut_off_goes_on_without_another_key(house: FileKeyring) -> None:
    house.begin_new_district_key(clock.now())
    names = house.fingerprints()

    assert "이어서" in said("rotate")

    assert house.fingerprints() == names
    assert not any(found.rows for found in rotation.waiting())


def test_a_key_destroyed_meanwhile_stays_destroyed(house: FileKeyring) -> None:
    """개인정보 보호법 §21: what ended while we were at it must not come back."""
    house.begin_new_district_key(clock.now())
    column = next(c for c in rewrapping.columns() if c.model is Application)
    anew = rewrapping._anew

    def destroy_first(rows: list[tuple[object, bytes]]) -> list[tuple[object, bytes, bytes]]:
        found = anew(rows)
        Application.objects.update(wrapped_key=b"")
        return found

    with mock.patch.object(rewrapping, "_anew", destroy_first):
        assert rewrapping.rewrap(column) == 0

    assert bytes(Application.objects.get().wrapped_key) == b""
    assert rewrapping.waiting(column) == 0


def test_more_rows_than_a_step_are_all_wrapped(house: FileKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rewrapping, "STEP", 7)
    Person.objects.bulk_create(
        Person(
            subject_digest=f"{n:064}", wrapped_key=house.new_data_key(), profile=b"x",
            created_at=clock.now(), last_seen_at=clock.now(),
        )
        for n in range(50)
    )  # fmt: skip

    said("rotate")

    assert not any(found.rows for found in rotation.waiting())


def test_two_changes_at_once_are_refused(house: FileKeyring) -> None:
    with rotation.alone(), pytest.raises(KeyringError, match="다른 곳에서 열쇠를 바꾸고"), rotation.alone():
        pass


def test_renewing_a_signing_key_is_a_command(house: FileKeyring) -> None:
    old = house.private_key("seal").public_key()

    assert "다시 열면" in said("renew", "seal")

    assert keys.keyring().private_key("seal").public_key() != old
