"""`./eok clock` answers each case of its standard input on a line of its own."""

import io
import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command

CASE = {
    "id": "S",
    "clock": "minwon",
    "service_period": {"value": 3, "unit": "days"},
    "filed_at": "2026-11-18T10:12:00+09:00",
    "events": [
        {"at": "2026-11-19T09:40:00+09:00", "type": "supplement_requested"},
        {"at": "2026-11-23T14:00:00+09:00", "type": "supplement_received"},
    ],
}


def answers(
    monkeypatch: pytest.MonkeyPatch, *lines: object, settings: tuple[str, ...] = ()
) -> list[dict[str, Any]]:
    """What the command prints; a finding ends it with 1."""
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(texts)))
    out = io.StringIO()
    try:
        call_command("clock", *(f"--setting={reading}" for reading in settings), stdout=out)
    except SystemExit as end:
        assert end.code == 1
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_case_is_answered_with_its_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    (told,) = answers(monkeypatch, CASE)

    lines = told.pop("explanation")
    assert told == {
        "id": "S",
        "accepted_at": "2026-11-18T10:12:00+09:00",
        "due_at": "2026-11-26T10:12:00+09:00",
        "due_date": "2026-11-26",
        "status": "running",
        "accept_by": "2026-11-19T10:12:00+09:00",
        "accept_breach": False,
        "deemed_on": "2026-11-27",
    }
    assert len(lines) == 6
    assert lines[-1] == {
        "when": "기한",
        "text": "11월 26일(목) 10시 12분까지",
        "law": "민원처리법 §19①",
        "amount": "24시간",
    }


def test_another_reading_by_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    (told,) = answers(monkeypatch, CASE, settings=("supplement_exclusion=instant",))

    assert told["due_at"] == "2026-11-25T14:32:00+09:00"


def test_where_people_accept(monkeypatch: pytest.MonkeyPatch) -> None:
    (told,) = answers(monkeypatch, CASE, settings=("acceptance=manual",))

    assert (told["accepted_at"], told["due_at"], told["status"]) == (None, None, "waiting")


def test_a_civil_period(monkeypatch: pytest.MonkeyPatch) -> None:
    case = {**CASE, "clock": "civil", "service_period": {"value": 10, "unit": "days"}, "events": []}

    (told,) = answers(monkeypatch, case)

    assert (told["due_at"], "accept_by" in told) == ("2026-11-30T23:59:59+09:00", False)


def test_an_extension(monkeypatch: pytest.MonkeyPatch) -> None:
    extended = {"at": "2026-11-19T09:00:00+09:00", "type": "extended", "by": {"value": 8, "unit": "hours"}}

    (told,) = answers(monkeypatch, {**CASE, "events": [extended]})

    assert told["due_at"] == "2026-11-24T10:12:00+09:00"


BAD = [
    ("{", "JSON이 아닙니다"),
    ("[]", "사례는 { }로"),
    ({"id": "B"}, "사례의 칸을 읽을 수 없습니다"),
    ({**CASE, "id": "B", "service_period": {"value": 1, "unit": "years"}}, "단위 'years'"),
    ({**CASE, "id": "B", "service_period": {"value": 0, "unit": "days"}}, "1 이상이어야"),
    ({**CASE, "id": "B", "filed_at": "2026-11-18T10:12:00"}, "시간대가 없습니다"),
    ({**CASE, "id": "B", "filed_at": "어제"}, "사례의 칸을 읽을 수 없습니다"),
    ({**CASE, "id": "B", "events": [{"at": "2026-11-19T09:40:00+09:00", "type": "lunch"}]}, "사건 'lunch'"),
    (
        {**CASE, "id": "B", "events": [{"at": "2026-11-19T09:40:00+09:00", "type": "extended"}]},
        "칸을 읽을 수",
    ),
]


@pytest.mark.parametrize(("line", "text"), BAD)
def test_a_bad_line_is_named_and_the_others_are_answered(
    monkeypatch: pytest.MonkeyPatch, line: object, text: str
) -> None:
    bad, good = answers(monkeypatch, line, "", CASE)

    assert text in bad["error"]
    assert (bad["line"], bad["id"]) == (1, "B" if isinstance(line, dict) else None)
    assert good["due_date"] == "2026-11-26"


def test_a_bad_line_ends_with_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("{"))

    with pytest.raises(SystemExit) as end:
        call_command("clock", stdout=io.StringIO())

    assert end.value.code == 1


@pytest.mark.parametrize("setting", ["lunch=no", "acceptance=maybe", "acceptance"])
def test_an_unknown_setting_is_refused(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    with pytest.raises(CommandError, match="그런 해석이 없습니다"):
        answers(monkeypatch, CASE, settings=(setting,))
