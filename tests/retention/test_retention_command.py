"""`./eok retention`: what an operator does without the desk, and how it ends."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from eok.casework.models import Case
from eok.retention.models import Ending, Hold
from tests.retention.years import deliberated

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)


def said(*words: str) -> str:
    out = StringIO()
    call_command("retention", *words, stdout=out, stderr=out)
    return out.getvalue()


def test_status_tells_what_waits(closed: Case, over: object) -> None:
    found = json.loads(said("status", "--json"))

    assert found["soon"][0]["number"] == f"접수번호 {closed.case_no}"
    assert (found["soon"][0]["last_day"], found["soon"][0]["may_end"]) == ("2029-12-31", False)
    assert found["ended"] == 0


def test_a_hold_is_put_on_and_lifted(closed: Case, over: object) -> None:
    said(
        "hold",
        str(closed.case_no),
        "--reason",
        "감사",
        "--law",
        "공공기록물법 §27의3①",
        "--review-on",
        "2031-01-01",
    )
    number = Hold.objects.get().pk
    assert "감사" in said("status")

    said("release", str(number), "--reason", "감사가 끝남")

    assert json.loads(said("status", "--json"))["holds"] == []


def test_a_dry_run_ends_nothing_and_a_run_does(closed: Case, over: object) -> None:
    deliberated(closed)

    assert f"접수번호 {closed.case_no}: 공공기록물법 §27①" in said("run", "--dry-run")
    assert not Ending.objects.exists()
    assert "1건을 파기했습니다" in said("run")
    assert "파기 목록에 없는 것 0건" in said("check")


def test_a_refusal_is_a_sentence_and_ends_with_1(closed: Case) -> None:
    with pytest.raises(SystemExit) as ended:
        said(
            "hold",
            "2026-999999",
            "--reason",
            "감사",
            "--law",
            "공공기록물법 §27의3①",
            "--review-on",
            "2031-01-01",
        )

    assert ended.value.code == 1
    assert not Hold.objects.exists()


def test_a_lost_list_is_a_finding(closed: Case, over: object, state_dir: object) -> None:
    from eok.retention import destroyed

    deliberated(closed)
    said("run")
    destroyed.forget("case", str(closed.pk))

    with pytest.raises(SystemExit) as ended:
        said("check")

    assert ended.value.code == 1
