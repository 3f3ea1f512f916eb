"""`./eok licences import`: good rows become entries once, each bad one is told with its row and why."""

import csv
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from django.core.management import call_command

from eok.core.serials import next_number
from eok.licences import queries, replay
from eok.licences.actions.open import series
from eok.licences.errors import ImportFileError
from eok.licences.importing import writing
from eok.licences.importing.run import OTHERWISE, TWICE, Order, Report, run
from eok.licences.models import Licence, LicenceEvent
from eok.trail.checking.whole import check
from tests.licences import books

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def read_in(path: Path, **how: Any) -> Report:
    return run(Order(path, "food-business", **how), progress=lambda _: None)


def rejects(report: Report) -> list[tuple[str, str]]:
    """Row and sentence, as the file tells them."""
    with Path(report.rejects_file).open(encoding="utf-8-sig", newline="") as file:
        return [(line["줄"], line["까닭"]) for line in csv.DictReader(file)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_a_csv_in_any_of_the_usual_letters(tmp_path: Path, encoding: str) -> None:
    path = books.write(tmp_path / "book.csv", [books.row(1), books.row(2)], encoding)

    report = read_in(path)

    assert (report.rows, report.imported, report.rejected) == (2, 2, 0)
    found = queries.find("food-business", "제2019-0000001호")
    assert found is not None
    assert queries.content(found)["name"] == "시험식당1"
    assert found.opened_on == date(2019, 5, 2)


def test_a_workbook_with_real_dates_and_numbers(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, books.HEAD)
        sheet.write_row(1, 0, books.row(1))
        sheet.write_datetime(1, 1, date(2019, 5, 2), day)
        sheet.write_number(1, 7, int(books.business_no(1).replace("-", "")))

    report = read_in(path)

    assert (report.imported, report.rejects) == (1, [])
    [licence] = queries.search(books.business_no(1))
    assert licence.opened_on == date(2019, 5, 2)


def test_the_state_of_the_older_book_is_kept(tmp_path: Path) -> None:
    ended = {"상태": "폐업", "끝난 날": "2020-01-31"}
    path = books.write(tmp_path / "book.csv", [books.row(1, **ended), books.row(2, 상태="휴업")])

    read_in(path)

    states = dict(Licence.objects.values_list("licence_no", "state"))
    assert states == {"제2019-0000001호": "closed", "제2019-0000002호": "suspended"}
    assert Licence.objects.get(state="closed").ended_on == date(2020, 1, 31)


def test_what_was_read_in_follows_from_its_events(tmp_path: Path) -> None:
    read_in(books.write(tmp_path / "book.csv", [books.row(n) for n in range(1, 6)]))

    assert list(replay.differences()) == []
    report = check()
    assert (report.chains, report.findings) == (5, [])


SPOILED = [
    ({"번호": ""}, "번호가 비어"),
    ({"번호": "9" * 70}, "번호의 글이 너무 깁니다"),
    ({"신고일": "작년 봄"}, "날짜를 읽을 수 없습니다"),
    ({"신고일": "2019-02-30"}, "날짜를 읽을 수 없습니다"),
    ({"신고일": "2999-01-01"}, "오늘보다 뒤"),
    ({"상호": ""}, "상호가 비어"),
    ({"상호": "가" * 61}, "상호의 글이 너무 깁니다"),
    ({"소재지": "서초구\x07 1"}, "제어 문자"),
    ({"상태": "좋음"}, "상태를 알 수 없습니다"),
    ({"상태": "폐업"}, "끝난 날이 비어"),
    ({"끝난 날": "2020-01-01"}, "끝난 날이 적혀"),
    ({"상태": "폐업", "끝난 날": "2018-01-01"}, "신고일보다 앞섭니다"),
    ({"사업자등록번호": "123-45-67890"}, "검증 숫자"),
]


@pytest.mark.parametrize(("cells", "why"), SPOILED)
def test_a_bad_row_is_told_and_the_good_one_kept(tmp_path: Path, cells: dict[str, str], why: str) -> None:
    path = books.write(tmp_path / "book.csv", [books.row(1, **cells), books.row(2)])

    report = read_in(path)

    assert report.imported == 1
    [(row, sentence)] = rejects(report)
    assert row == "2" and why in sentence


def test_a_resident_number_is_not_taken_in(tmp_path: Path) -> None:
    path = books.write(
        tmp_path / "book.csv", [[*books.row(1), "880214-1234567"]], head=(*books.HEAD, "생년월일")
    )

    report = read_in(path)

    assert report.imported == 0
    assert "주민등록번호" in rejects(report)[0][1]
    assert "880214" not in Path(report.rejects_file).read_text(encoding="utf-8-sig")


def test_a_number_twice_in_the_file_is_taken_once(tmp_path: Path) -> None:
    report = read_in(books.write(tmp_path / "book.csv", [books.row(1), books.row(1, 상호="다른 가게")]))

    assert report.imported == 1
    assert rejects(report) == [("3", TWICE)]


def test_the_same_file_again_reads_in_nothing(tmp_path: Path) -> None:
    path = books.write(tmp_path / "book.csv", [books.row(n) for n in range(1, 4)])
    read_in(path)

    again = read_in(path)

    assert (again.imported, again.already, again.rejected) == (0, 3, 0)
    assert LicenceEvent.objects.count() == 3


def test_another_content_under_a_known_number_is_refused(tmp_path: Path) -> None:
    read_in(books.write(tmp_path / "book.csv", [books.row(1)]))

    report = read_in(books.write(tmp_path / "newer.csv", [books.row(1, 상호="새 이름")]))

    assert (report.imported, report.rejects[0][2]) == (0, OTHERWISE)
    assert queries.content(Licence.objects.get())["name"] == "시험식당1"


def test_one_that_was_broken_off_goes_on_behind_what_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eok.licences.importing.run.BATCH", 2)
    path = books.write(tmp_path / "book.csv", [books.row(n) for n in range(1, 6)])
    write, done = writing.write, list[int]()

    def break_off(register: str, rows: Any) -> Any:
        done.append(len(rows))
        if len(done) == 2:
            raise KeyboardInterrupt
        return write(register, rows)

    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr(writing, "write", break_off)
        read_in(path)
    assert Licence.objects.count() == 2

    again = read_in(path)

    assert (again.already, again.imported, Licence.objects.count()) == (2, 3, 5)


def test_all_or_nothing_writes_nothing_when_a_row_is_wrong(tmp_path: Path) -> None:
    path = books.write(tmp_path / "book.csv", [books.row(1), books.row(2, 상호="")])

    report = read_in(path, all_or_nothing=True)

    assert (report.imported, report.rejected, report.held_back) == (0, 1, True)
    assert not Licence.objects.exists()


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    report = read_in(books.write(tmp_path / "book.csv", [books.row(1)]), dry_run=True)

    assert report.rows == 1
    assert not Licence.objects.exists()


def test_the_next_number_lies_above_what_was_read_in(tmp_path: Path) -> None:
    read_in(books.write(tmp_path / "book.csv", [books.row(7), books.row(41), books.row(3)]))

    assert next_number(series("food-business", 2019)) == 42


def test_a_file_says_how_the_columns_are_called(tmp_path: Path) -> None:
    columns = tmp_path / "columns.yaml"
    columns.write_text("name: 가게\npremises: 어디\n", encoding="utf-8")
    head = tuple({"상호": "가게", "소재지": "어디"}.get(cell, cell) for cell in books.HEAD)
    path = books.write(tmp_path / "book.csv", [books.row(1)], head=head)

    read_in(path, columns=columns)

    assert queries.content(Licence.objects.get())["premises"] == "서울특별시 서초구 시범대로 1"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "아무것도 없습니다"),
        (b"\xff\xfe\x00\xd8", "글자를 읽지 못했습니다"),
        ("가,나,다\n1,2,3\n".encode(), "칸이 없습니다"),
        ("번호,번호,신고일,상호\n".encode(), "칸이 둘입니다"),
        ('번호,신고일,상호\n"열린 따옴표\n'.encode(), "CSV의 꼴"),
        (b"PK\x03\x04 no workbook", "깨져 있습니다"),
    ],
)
def test_a_file_that_can_t_be_read_is_told_in_a_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "book.csv"
    path.write_bytes(content)

    with pytest.raises(ImportFileError, match=words):
        read_in(path)

    assert not Licence.objects.exists()


def test_the_command_tells_and_ends_with_what_it_found(tmp_path: Path) -> None:
    path = books.write(tmp_path / "book.csv", [books.row(1), books.row(2, 상호="")])
    said = StringIO()

    with pytest.raises(SystemExit) as ended:
        call_command(
            "licences", "import", str(path), "--register", "food-business", stdout=said, stderr=StringIO()
        )

    assert ended.value.code == 1
    assert "모두 2줄: 옮김 1, 이미 있음 0, 옮기지 못함 1." in said.getvalue()
    assert (tmp_path / "book.rejects.csv").stat().st_mode & 0o777 == 0o600


def test_bad_use_ends_with_two(tmp_path: Path) -> None:
    said = StringIO()

    with pytest.raises(SystemExit) as ended:
        call_command(
            "licences", "import", str(tmp_path / "no.csv"), "--register", "food-business", stderr=said
        )

    assert ended.value.code == 2
    assert "열지 못했습니다" in said.getvalue()


def test_replay_is_a_command(tmp_path: Path) -> None:
    read_in(books.write(tmp_path / "book.csv", [books.row(1)]))
    Licence.objects.update(state="closed")
    said = StringIO()

    with pytest.raises(SystemExit) as ended:
        call_command("licences", "replay", "--check", stdout=said)
    call_command("licences", "replay", stdout=said)
    call_command("licences", "replay", "--check", stdout=said)

    assert ended.value.code == 1
    assert "다시 만든 줄 1개" in said.getvalue()
