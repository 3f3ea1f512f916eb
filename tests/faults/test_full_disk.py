"""The disk is full: filing and putting up papers say so, nothing is half-written, and it goes on afterwards."""

import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.client import Answer, Client
from benchmarks.installation import Installation
from benchmarks.signed import Signed
from eok.core.database import databases
from tests.faults import ledger
from tests.faults.conftest import OpenHouse, signed
from tests.faults.residents import submit, was_acknowledged

SIZE_MEGABYTES = 160
FILINGS = 30
"""So many fill the pages that are free inside SQLite's own file."""
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
)
PDF += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PAPER = "business-registration"
BOUNDARY = "----a-paper"


@pytest.fixture(scope="module")
def small_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A file system of its own, held in memory; needs an administrator."""
    place = tmp_path_factory.mktemp("disk")
    words = ["mount", "-t", "tmpfs", "-o", f"size={SIZE_MEGABYTES}m", "tmpfs", str(place)]
    mounted = subprocess.run(words, capture_output=True, text=True, check=False)
    if mounted.returncode != 0:
        pytest.skip(f"no file system of our own can be mounted here: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.fixture(scope="module")
def house(open_house: OpenHouse, small_disk: Path) -> Iterator[Installation]:
    with open_house(small_disk / "state") as opened:
        yield opened


@pytest.fixture
def drafts(house: Installation) -> list[Signed]:
    """Made while there is room."""
    return signed(house, FILINGS)


@pytest.fixture
def filler(house: Installation, small_disk: Path, drafts: list[Signed]) -> Iterator[Path]:
    """Takes the last byte; deleting it makes room again."""
    path = small_disk / "filler"
    give_back_journal(house)
    fill(path)
    yield path
    path.unlink(missing_ok=True)


def give_back_journal(house: Installation) -> None:
    """What the journal has set aside for itself would else hold many filings more."""
    name = databases("", house.folder)["default"]["NAME"]
    with closing(sqlite3.connect(str(name), timeout=10)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        for size in (65536, 512, 1):
            try:
                while file.write(b"\0" * size):
                    pass
            except OSError:
                continue


def is_plain_refusal(answer: Answer) -> bool:
    """A page people can read, that says that nothing was saved."""
    text = answer.body.decode()
    return (
        answer.status == 503 and "저장되지 않았습니다" in text and "<h1" in text and "Traceback" not in text
    )


def press(client: Client, one: Signed) -> Answer:
    return client.post(one.path, one.form, {**one.headers, "Accept-Encoding": "identity"})


def put_up(client: Client, one: Signed) -> Answer:
    """One paper, as the page's script sends it."""
    lines = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{one.csrf}\r\n'
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="등록증.pdf"\r\n'
        "Content-Type: application/pdf\r\n\r\n"
    )
    body = lines.encode() + PDF + f"\r\n--{BOUNDARY}--\r\n".encode()
    headers = {**one.headers, "Accept-Encoding": "identity"}
    headers["Content-Type"] = f"multipart/form-data; boundary={BOUNDARY}"
    path = f"/drafts/{one.draft_id}/papers/{PAPER}/files/"
    return client.send(client.request("POST", path, headers, body))


def uploaded(house: Installation) -> list[Path]:
    return [path for path in (house.folder / "uploads").rglob("*") if path.is_file()]


@pytest.mark.parametrize("when", ["just opened", "at work"])  # in this order, in one house
def test_filing_is_refused_whole_and_goes_on_afterwards(
    house: Installation, drafts: list[Signed], filler: Path, when: str
) -> None:
    with Client(house.url) as client:
        answers = {one: press(client, one) for one in drafts}
        refused = [one for one, answer in answers.items() if is_plain_refusal(answer)]
        filed = [one for one, answer in answers.items() if was_acknowledged(answer, one)]
        told = sorted({answer.status for answer in answers.values()})
        assert len(filed) + len(refused) == len(drafts), told
        assert refused
        filler.unlink()

        again = [submit(client, one) for one in refused]

    found = ledger.parse(house.call("tests.faults.ledger", "read_out"))
    assert all(was_acknowledged(answer, one) for answer, one in zip(again, refused, strict=True))
    assert {one.draft_id: found.filed.get(one.draft_id) for one in drafts} == {
        one.draft_id: 1 for one in drafts
    }
    assert found.half_written == []


def test_a_paper_is_refused_whole_and_taken_afterwards(
    house: Installation, drafts: list[Signed], filler: Path
) -> None:
    before = uploaded(house)
    with Client(house.url) as client:
        refused = put_up(client, drafts[0])
        assert refused.status == 503
        assert "올리지 못" in refused.body.decode() or "저장" in refused.body.decode()
        assert uploaded(house) == before
        filler.unlink()

        taken = put_up(client, drafts[0])

    assert taken.status == 200
    assert len(uploaded(house)) == len(before) + 1
