"""Look-ups: with consent or basis only, logged once per key, and down when told to be."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.simulators.calls import called
from tests.simulators.process import Running

LOOKUP: dict[str, object] = {
    "kind": "business-registration",
    "subject_no": "999-01-00008",
    "purpose": "통신판매업 신고 처리",
    "consent_id": "consent-1",
}


def test_finds_a_business_however_its_number_is_spelled(records: Running) -> None:
    said = called(records, "POST", "/lookups", {**LOOKUP, "subject_no": "9990100008"}, key="l-1").json()

    assert said["found"] is True
    assert said["facts"]["상호"] == "하늘상점"
    assert said["facts"]["대표자 성명"] == "김하늘"
    assert said["source"] == "국세청(시험용)"


def test_finds_a_company_in_the_corporate_register(records: Running) -> None:
    asked = {**LOOKUP, "kind": "corporate-register", "subject_no": "999911-0000011"}

    assert called(records, "POST", "/lookups", asked, key="l-1").json()["facts"]["상호"] == "주식회사 모아담"


def test_says_that_there_is_no_such_business(records: Running) -> None:
    said = called(records, "POST", "/lookups", {**LOOKUP, "subject_no": "000-00-00000"}, key="l-1").json()

    assert said["found"] is False
    assert said["facts"] == {}
    assert said["reference_no"]


@pytest.mark.parametrize("missing", ["consent_id", "purpose", "kind"])
def test_refuses_without_a_right_to_look(records: Running, missing: str) -> None:
    asked = {**LOOKUP, missing: None if missing == "consent_id" else ""}

    assert called(records, "POST", "/lookups", asked, key="l-1").status_code in (403, 422)
    assert called(records, "GET", "/lookups").json() == []


def test_one_key_at_once_is_one_line_in_the_log(records: Running) -> None:
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: called(records, "POST", "/lookups", LOOKUP, key="l-1"), range(32)))

    assert len({answer.json()["reference_no"] for answer in answers}) == 1
    assert len(called(records, "GET", "/lookups").json()) == 1


def test_an_outage(records: Running) -> None:
    records.control(mode="busy")

    assert called(records, "POST", "/lookups", LOOKUP, key="l-1").status_code == 503


def test_the_log_does_not_name_the_business(records: Running) -> None:
    called(records, "POST", "/lookups", LOOKUP, key="l-1")

    log = called(records, "GET", "/lookups").text

    assert "999" not in log
    assert "하늘" not in log
