"""`./eok search`: one query as JSON, many from a file."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command


def run(capsys: pytest.CaptureFixture[str], *words: str, **options: Any) -> tuple[int, str]:
    try:
        call_command("search", *words, **options)
        code = 0
    except SystemExit as stopped:
        code = int(stopped.code or 0)
    said = capsys.readouterr()
    return code, said.out + said.err


def test_one_query(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "식당", "폐업", json=True)

    answer = json.loads(said)
    assert code == 0
    assert answer["winner"] == "food-business-closure"
    assert set(answer["results"][0]) == {"service", "title", "law", "form", "score", "why"}
    assert answer["results"][0]["form"] == "별지 제42호서식"


def test_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert "식품 영업 폐업신고" in run(capsys, "식당", "폐업")[1]
    assert "꼭 맞는 민원이 없습니다" in run(capsys, "강아지")[1]


def test_a_batch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "queries.jsonl"
    path.write_text(
        '{"id": "a", "query": "쇼핑몰 열려고"}\n\n{"id": "b", "query": "없는 말"}\n', encoding="utf-8"
    )

    code, said = run(capsys, batch=str(path))

    answers = {a["id"]: a["results"] for a in map(json.loads, said.splitlines())}
    assert code == 0
    assert answers["a"][0]["service"] == "mail-order-report"
    assert set(answers["a"][0]) == {"service", "title", "law", "form", "score"}
    assert answers["b"] == []


def test_a_line_that_is_none(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO('{"id": 1}\nnonsense\n[1]\n{"id": 2, "query": "식당"}\n'))

    code, said = run(capsys, batch="-")

    lines = [json.loads(line) for line in said.splitlines()]
    assert code == 1
    assert [line.get("line") for line in lines] == [1, 2, 3, None]


def test_bad_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys)[0] == 2
    assert run(capsys, "식당", batch="x")[0] == 2
    assert run(capsys, batch="no-such-file")[0] == 2
