"""Shared records over HTTP against the simulator: outages can be tried again, a missing right can't."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from eok.linkage.adapters.http_shared_records import Records
from eok.linkage.errors import LinkageError
from eok.linkage.ports import Lookup, RecordFound
from tests.linkage.lines import IMPATIENT, line
from tests.linkage.scripted import Say, scripted
from tests.simulators.calls import called
from tests.simulators.process import Running, running

LOOKUP = Lookup(
    key="l-1",
    kind="business-registration",
    subject_no="999-01-00008",
    purpose="통신판매업 신고 처리",
    consent_id="consent-1",
)


@contextmanager
def rig(port: type) -> Iterator[Records]:
    with running("shared_records") as simulator:
        yield Records(line("shared_records", simulator.url))


@pytest.fixture
def registers(records: Running) -> Records:
    return Records(line("shared_records", records.url, patience=IMPATIENT))


@pytest.mark.parametrize("mode", ["busy", "error", "lose", "drop"])
def test_an_outage_can_be_tried_again(records: Running, registers: Records, mode: str) -> None:
    records.control(mode=mode)

    with pytest.raises(LinkageError) as caught:
        registers.look_up(LOOKUP)

    assert caught.value.retryable is True
    assert (caught.value.system, caught.value.status) == ("shared_records", 503)


def test_without_consent_or_basis_nothing_leaves_the_house(records: Running, registers: Records) -> None:
    with pytest.raises(LinkageError, match="전자정부법 §42") as caught:
        registers.look_up(replace(LOOKUP, consent_id=None))

    assert caught.value.retryable is False
    assert called(records, "GET", "/lookups").json() == []


def test_a_legal_basis_takes_the_place_of_consent(registers: Records) -> None:
    record = registers.look_up(replace(LOOKUP, consent_id=None, basis="전자정부법 §42② 2호"))

    assert isinstance(record, RecordFound)
    assert record.facts["대표자 성명"] == "김하늘"


def test_only_what_the_person_agreed_to_comes_back(registers: Records) -> None:
    record = registers.look_up(replace(LOOKUP, scope=("상호", "개업일")))

    assert isinstance(record, RecordFound)
    assert record.facts == {"상호": "하늘상점", "개업일": "2026-11-02"}


def test_a_source_that_says_more_is_cut_to_the_scope() -> None:
    body = {
        "found": True,
        "facts": {"상호": "하늘상점", "대표자 성명": "김하늘"},
        "source": "국세청",
        "looked_up_at": "2026-11-23T14:00:00+09:00",
        "reference_no": "L1",
    }
    with scripted(Say(body=json.dumps(body).encode())) as source:
        record = Records(line("shared_records", source.url)).look_up(replace(LOOKUP, scope=("상호",)))

    assert isinstance(record, RecordFound)
    assert record.facts == {"상호": "하늘상점"}


def test_records_do_not_show_people_when_printed(registers: Records) -> None:
    assert "김하늘" not in repr(registers.look_up(LOOKUP))
    assert "999" not in repr(LOOKUP)


def test_a_kind_the_register_does_not_have_is_final(registers: Records) -> None:
    with pytest.raises(LinkageError, match="요청을 거절") as caught:
        registers.look_up(replace(LOOKUP, kind="tax-arrears"))

    assert caught.value.retryable is False
