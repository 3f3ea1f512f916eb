"""What every SharedRecords does: answers found, absent, or leaves it to an officer."""

from uuid import uuid4

from eok.linkage.ports import Lookup, RecordAbsent, RecordByHand, RecordFound, SharedRecords


def lookup(number: str) -> Lookup:
    return Lookup(
        key=str(uuid4()),
        kind="business-registration",
        subject_no=number,
        purpose="통신판매업 신고 처리",
        consent_id="consent-1",
    )


def test_finds_a_business_with_its_source_and_number(shared_records: SharedRecords) -> None:
    record = shared_records.look_up(lookup("999-01-00008"))

    if isinstance(record, RecordByHand):
        assert "기록" in record.instruction
        return
    assert isinstance(record, RecordFound)
    assert record.facts["상호"] == "하늘상점"
    assert record.source
    assert record.reference_no
    assert record.looked_up_at.tzinfo is not None


def test_says_that_there_is_none(shared_records: SharedRecords) -> None:
    assert isinstance(shared_records.look_up(lookup("000-00-00000")), RecordAbsent | RecordByHand)


def test_the_same_key_is_one_look_up(shared_records: SharedRecords) -> None:
    asked = lookup("999-01-00008")

    assert shared_records.look_up(asked) == shared_records.look_up(asked)


def test_the_check_passes_on_a_good_rig(shared_records: SharedRecords) -> None:
    shared_records.check()
