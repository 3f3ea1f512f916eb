"""Cases go to the records centre as a bag anybody can check; only its word ends the copy here (공공기록물법 시행령 §35)."""

import hashlib
import json
import tarfile
from datetime import date
from pathlib import Path

import pytest

from eok.casework.models import Case
from eok.core.errors import ConflictError, InvalidError
from eok.retention import candidates, work
from eok.retention.actions.hand_over import note_received, pack
from eok.retention.errors import AlreadyNotedError, RecordNotFoundError
from eok.retention.models import Ending, HandOver
from eok.trail.models import Reading
from tests import affairs
from tests.retention.years import at

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)
NEXT_YEAR = date(2027, 1, 4)


@pytest.fixture
def packed(closed: Case, tmp_path: Path) -> Path:
    with at(NEXT_YEAR):
        pack(number="이관-1", cases=[str(closed.case_no)], target=tmp_path / "one.tar", by="operator")
    return tmp_path / "one.tar"


def received(on: date = NEXT_YEAR, **more: str) -> HandOver:
    return note_received(number="이관-1", received_no="기록-7", received_on=on, by="operator", **more)


def test_a_case_is_due_the_year_after(closed: Case) -> None:
    """공공기록물법 시행령 §32①."""
    assert candidates.to_hand_over(limit=10) == []

    with at(NEXT_YEAR):
        (due,) = candidates.to_hand_over(limit=10)

    assert due.record.id == str(closed.pk)


def test_the_bag_checks_itself(packed: Path, closed: Case) -> None:
    """RFC 8493 §2.1.3: every file of data/ in the manifest, and none else."""
    files = _read(packed)
    lines = (line.split("  ", 1) for line in files["manifest-sha256.txt"].decode().splitlines())
    manifest = {name: digest for digest, name in lines}

    assert files["bagit.txt"].startswith(b"BagIt-Version: 1.0\n")
    assert manifest == {name: _sha256(content) for name, content in files.items() if name.startswith("data/")}
    tags = files["tagmanifest-sha256.txt"].decode().split()
    assert _sha256(files["manifest-sha256.txt"]) in tags


def test_the_bag_holds_the_whole_case(packed: Path, closed: Case) -> None:
    files = _read(packed)
    folder = f"data/{closed.case_no}"

    facts = json.loads(files[f"{folder}/record.json"])

    assert facts["answers"]["business_name"] == "하늘식당"
    assert [line["verb"] for line in facts["history"]] == ["신청", "접수", "수리", "처리 완료"]
    assert (facts["period"], facts["keep_until"]) == ("3년", "2029-12-31")
    assert {f"{folder}/신청서.pdf", f"{folder}/접수증.pdf", f"{folder}/결정통지서.pdf"} <= set(files)
    assert files[f"{folder}/서류/01.pdf"] == affairs.PDF


def test_packing_is_a_reading_and_the_file_is_closed_to_others(packed: Path, closed: Case) -> None:
    assert Reading.objects.filter(subject=f"case:{closed.pk}", purpose="기록관 이관").count() == 1
    assert packed.stat().st_mode & 0o777 == 0o600
    assert HandOver.objects.get().digest == _sha256(packed.read_bytes())


def test_nothing_is_ended_before_the_centre_s_word(packed: Path) -> None:
    with at(date(2028, 1, 3)):
        work.run({})

    assert not Ending.objects.exists()


def test_the_centre_s_word_ends_the_copy_here(packed: Path, closed: Case) -> None:
    with at(NEXT_YEAR):
        received()
        work.run({})

    line = Ending.objects.get(kind="case")
    assert (line.law, line.ground) == ("공공기록물법 시행령 §35⑥", "이관-1")


def test_a_copy_kept_for_the_work_ends_with_the_period(packed: Path, closed: Case) -> None:
    with at(NEXT_YEAR):
        received(keeps_copy="민원인의 재발급 문의")
        work.run({})
    assert not Ending.objects.exists()

    with at(date(2030, 1, 2)):
        work.run({})

    assert Ending.objects.get(kind="case").law == "공공기록물법 시행령 §35⑦; 개인정보 보호법 §21①"


def test_the_same_number_or_word_twice_is_refused(packed: Path, closed: Case, tmp_path: Path) -> None:
    with at(NEXT_YEAR):
        with pytest.raises(AlreadyNotedError):
            pack(number="이관-1", cases=[str(closed.case_no)], target=tmp_path / "two.tar", by="operator")
        received()
        with pytest.raises(ConflictError):
            received()


def test_a_day_to_come_is_refused(packed: Path) -> None:
    with at(NEXT_YEAR), pytest.raises(InvalidError):
        received(on=date(2027, 1, 5))


def test_an_open_case_is_not_packed(monday: object, tmp_path: Path) -> None:
    case = affairs.closure(affairs.person())

    with pytest.raises(RecordNotFoundError):
        pack(
            number="이관-2", cases=[case.application.application_no], target=tmp_path / "x.tar", by="operator"
        )

    assert not (tmp_path / "x.tar").exists()
    assert not HandOver.objects.exists()


def _read(path: Path) -> dict[str, bytes]:
    with tarfile.open(path) as tar:
        return {entry.name: tar.extractfile(entry).read() for entry in tar}  # type: ignore[union-attr]


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
