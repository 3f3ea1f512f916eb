"""A wrong file is told with file and line, in Korean, every fault at once."""

import shutil
from pathlib import Path

import pytest

from eok.catalogue import loader

REPOSITORY = Path(__file__).parents[2]
GOOD = (REPOSITORY / "data/services/food/food-business-closure.yaml").read_text(encoding="utf-8")

FAULTS = [
    ("kind: report", "kind: raport", "쓸 수 없습니다"),
    ("accept: auto", "acept: auto", "모르는 이름입니다. 철자를 확인해 주세요 (‘accept’을(를) 뜻했나요?)"),
    ("minutes: 4", "minutes: 넷", "정수여야 합니다"),
    ("minutes: 4", "minutes: 0", "너무 작습니다"),
    ("  value: 0\n  unit: immediate", "  unit: immediate", "빠졌습니다"),
    ("id: food-business-closure", "id: Food_Closure", "소문자와 숫자"),
    ("{grade: 법령, cite: 식품위생법 §37③}", "{grade: 법령}", "cite(조문)가 있어야 합니다"),
]


def folder_with(tmp_path: Path, text: str, name: str = "food-business-closure") -> Path:
    path = tmp_path / "services" / "food" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    shutil.copytree(REPOSITORY / "data/forms", tmp_path / "forms", dirs_exist_ok=True)
    return tmp_path


def line_of(text: str, part: str) -> int:
    return text.count("\n", 0, text.index(part)) + 1


@pytest.mark.parametrize(("right", "wrong", "said"), FAULTS)
def test_the_line_is_named(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    text = GOOD.replace(right, wrong, 1)

    problems = loader.load(folder_with(tmp_path, text), tmp_path).problems

    problem = next(p for p in problems if said in p.text)
    assert problem.file.endswith("services/food/food-business-closure.yaml")
    assert abs(problem.line - line_of(text, wrong)) <= 1


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("kind: report", "kind: x").replace("minutes: 4", "minutes: 0")

    problems = loader.load(folder_with(tmp_path, text), tmp_path).problems

    assert len(problems) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [("id: [", "YAML로 읽을 수 없습니다"), ("- a\n- b", "이름: 값 꼴로"), ("", "이름: 값 꼴로")],
)
def test_a_file_that_is_no_service(tmp_path: Path, text: str, said: str) -> None:
    loaded = loader.load(folder_with(tmp_path, text), tmp_path)

    assert not loaded.services
    assert said in loaded.problems[0].text


def test_a_name_written_twice_is_a_fault(tmp_path: Path) -> None:
    loaded = loader.load(folder_with(tmp_path, GOOD + "\nminutes: 5\n"), tmp_path)

    assert "같은 이름(minutes)이 두 번" in loaded.problems[0].text


def test_the_id_is_the_name_of_the_file(tmp_path: Path) -> None:
    loaded = loader.load(folder_with(tmp_path, GOOD, "another-name"), tmp_path)

    assert "파일 이름(another-name)과 다릅니다" in loaded.problems[0].text


def test_one_wrong_file_does_not_take_the_others_along(tmp_path: Path) -> None:
    folder_with(tmp_path, GOOD)
    folder_with(tmp_path, "id: [", "broken")

    loaded = loader.load(tmp_path, tmp_path)

    assert set(loaded.services) == {"food-business-closure"}
    assert len(loaded.problems) == 1
