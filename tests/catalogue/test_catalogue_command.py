"""`./eok catalogue …`: exit codes and what machines read."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from eok.catalogue import stamp

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def own_state(settings: Any, tmp_path: Path) -> None:
    settings.EOK_STATE_DIR = tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    try:
        call_command("catalogue", *words)
        code = 0
    except SystemExit as stopped:
        code = int(stopped.code or 0)
    said = capsys.readouterr()
    return code, said.out + said.err


def test_the_catalogue_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "check")

    assert code == 0, said


def test_a_fault_is_a_finding(settings: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings.EOK_DISTRICT_DIR = tmp_path / "district"
    for path in (REPOSITORY / "districts/seocho").glob("*.yaml"):
        (tmp_path / "district").mkdir(exist_ok=True)
        text = path.read_text(encoding="utf-8").replace("key: sanitation", "key: kitchens")
        (tmp_path / "district" / path.name).write_text(text, encoding="utf-8")

    code, said = run(capsys, "check")

    assert code == 1
    assert "food-business-closure.yaml:" in said
    assert "부서에 없는 이름입니다: sanitation" in said


def test_counts(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "stats", "--json")

    counts = json.loads(said)
    assert code == 0
    assert counts["services"] == sum(counts["by_sector"].values()) == sum(counts["by_review"].values())
    assert set(counts) == {
        "services",
        "forms_in_house",
        "forms_linked",
        "systems",
        "by_sector",
        "by_review",
        "texts",
    }


def test_the_texts_that_lack_a_language_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    _, said = run(capsys, "stats")

    assert "쉬운 말이 없는 것" in said
    assert "  mail-order-report: 쉬운 말" in said


def test_list_is_one_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    _, said = run(capsys, "list", "--json")

    lines = [json.loads(line) for line in said.splitlines()]
    assert {"id", "title", "law", "form", "review", "channel"} == set(lines[0])
    assert "mail-order-report" in {line["id"] for line in lines}


def test_show_says_where_each_fact_comes_from(capsys: pytest.CaptureFixture[str]) -> None:
    _, said = run(capsys, "show", "mail-order-report", "--json")

    shown = json.loads(said)
    assert shown["processing_period"]["value"] == 3
    assert shown["processing_period"]["source"]["grade"] == "참고"
    assert all(paper["source"]["grade"] for paper in shown["papers"])
    assert {lookup["kind"] for lookup in shown["lookups"]} == {"business-registration", "corporate-register"}


def test_bad_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "show")[0] == 2
    assert run(capsys, "show", "no-such-service")[0] == 2
    assert run(capsys, "check", "mail-order-report")[0] == 2


@pytest.mark.django_db
def test_sync_moves_the_stamp(capsys: pytest.CaptureFixture[str]) -> None:
    before = stamp.read()

    code, said = run(capsys, "sync")

    assert (code, before) == (0, 0), said
    assert stamp.read() > 0
