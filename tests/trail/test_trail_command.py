"""`./eok trail seal` and `check`: sentences, JSON, exit values, and copies kept elsewhere."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command

from eok.casework.models import Case, CaseEvent
from eok.core import clock
from eok.trail import published, statement
from eok.trail.actions.seal import seal_new
from eok.trail.models import Leaf, Seal
from tests import affairs
from tests.trail import planted

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

Answer = tuple[int, str]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Run the command: exit value and all it said."""

    def run(*words: str) -> Answer:
        try:
            call_command("trail", *words)
            code = 0
        except SystemExit as end:
            code = int(str(end.code))
        told = capsys.readouterr()
        return code, told.out + told.err

    return run


@pytest.fixture
def case() -> Case:
    return planted.sealed_case()


@pytest.fixture
def kept(case: Case, tmp_path: Path) -> Path:
    """The roots as somebody kept them."""
    path = tmp_path / "roots.json"
    path.write_text(published.dumps())
    return path


def test_sealing_says_how_much(say: Callable[..., Answer]) -> None:
    affairs.mail_order(affairs.person())

    assert say("seal") == (0, f"새 고리 {CaseEvent.objects.count()}개를 봉인했습니다.\n")
    assert say("seal") == (0, "새로 봉인할 것이 없습니다.\n")


def test_a_good_record(case: Case, say: Callable[..., Answer]) -> None:
    code, text = say("check")

    assert code == 0
    assert f"사슬 1개, 고리 {case.sequence}개, 봉인 1개" in text and "아직 봉인하지 않은 고리 0개" in text


def test_an_empty_house_is_good(say: Callable[..., Answer]) -> None:
    code, text = say("check")

    assert code == 0 and "마지막 봉인: 아직 없음" in text


def test_a_finding_is_named(case: Case, say: Callable[..., Answer]) -> None:
    CaseEvent.objects.filter(case=case, sequence=2).delete()

    code, text = say("check")

    assert code == 1
    assert f"사건 {case}: 사건 이력 2번이 없습니다." in text


def test_json(case: Case, say: Callable[..., Answer]) -> None:
    planted.forge(case)

    code, text = say("check", "--json")

    said = json.loads(text)
    assert code == 1 and said["ok"] is False
    assert [(f["kind"], f["where"], f["sequence"]) for f in said["findings"]] == [
        ("recomputed", f"사건 {case}", 2)
    ]


def test_copies_that_agree(kept: Path, say: Callable[..., Answer]) -> None:
    with clock.freeze(clock.now() + timedelta(days=1)):
        affairs.mail_order(affairs.person())
        seal_new()

    assert say("check", "--roots", str(kept))[0] == 0


def test_a_record_sealed_anew_with_the_stolen_key_contradicts_the_copy(
    case: Case, kept: Path, say: Callable[..., Answer]
) -> None:
    planted.forge(case)
    Leaf.objects.all().delete()
    Seal.objects.all().delete()
    with clock.freeze(clock.now() + timedelta(minutes=5)):
        seal_new()

    assert say("check")[0] == 0
    code, text = say("check", "--roots", str(kept))
    assert code == 1 and "봉인 1번: 보관한 사본과 다릅니다." in text


def test_seals_cut_off_at_the_end_are_missed_by_the_copy(kept: Path, say: Callable[..., Answer]) -> None:
    Leaf.objects.all().delete()
    Seal.objects.all().delete()

    code, text = say("check", "--roots", str(kept))

    assert code == 1 and "봉인 1번: 보관한 사본에는 있는 봉인이 여기에 없습니다." in text


def test_a_key_nobody_published_is_found(case: Case, say: Callable[..., Answer]) -> None:
    Seal.objects.update(key_id="0" * 64)

    code, text = say("check")

    assert code == 1 and "공개한 적 없는 열쇠" in text
    assert set(statement.published_keys()) != {"0" * 64}


@pytest.mark.parametrize("content", ["", "[]", '{"format": 2, "roots": []}', '{"format": 1, "roots": [{}]}'])
def test_another_file_is_bad_use(content: str, tmp_path: Path, say: Callable[..., Answer]) -> None:
    path = tmp_path / "roots.json"
    path.write_text(content)

    code, text = say("check", "--roots", str(path))

    assert code == 2 and "읽을 수 없습니다" in text


def test_a_file_that_is_not_there_is_bad_use(tmp_path: Path, say: Callable[..., Answer]) -> None:
    assert say("check", "--roots", str(tmp_path / "none"))[0] == 2
