"""A question says of which class its data is; what is personal names its ground; the fault has file and line."""

import json
import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from eok.catalogue import loader, privacy_checks
from eok.catalogue.problems import Problem

DATA = Path(__file__).parents[2] / "data"
AFFAIR = Path("services/food/food-business-closure.yaml")
BLOCK = Path("forms/blocks/licence.yaml")
APPLICANT = Path("forms/blocks/applicant.yaml")
NAME = "    label: 가게 이름\n    privacy: public\n"
CITED = "개인정보 보호법 §24의2①; 식품위생법 §37③"


def problems(tmp_path: Path, changed: Path, right: str, wrong: str) -> list[Problem]:
    """Of the affair and the blocks it is made of, one file changed."""
    shutil.copytree(DATA / "forms", tmp_path / "forms")
    (tmp_path / AFFAIR).parent.mkdir(parents=True)
    shutil.copy(DATA / AFFAIR, tmp_path / AFFAIR)
    text = (tmp_path / changed).read_text(encoding="utf-8")
    assert right in text
    (tmp_path / changed).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    loaded = loader.load(tmp_path, tmp_path)
    return [
        *loaded.problems,
        *(fault for one in loaded.services.values() for fault in privacy_checks.classes(one)),
    ]


def resident_no(ground: str, privacy: str = "unique_id") -> str:
    return f"    label: 주민등록번호\n    privacy: {privacy}\n" + (
        f"    ground: {ground}\n" if ground else ""
    )


def test_the_file_as_it_is_has_no_fault(tmp_path: Path) -> None:
    assert problems(tmp_path, BLOCK, NAME, NAME) == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("    label: 가게 이름\n", "privacy를 적어 주세요"),
        ("    label: 가게 이름\n    privacy: secret\n", "쓸 수 없습니다"),
        ("    label: 건강 상태\n    privacy: personal\n", "민감정보"),
        ("    label: 가게 이름\n    privacy: sensitive\n", "허용한 법령의 조문을 ground에"),
        (
            "    label: 가게 이름\n    privacy: sensitive\n    ground: 개인정보 보호법 §23①\n",
            "허용한 법령의 조문을 ground에",
        ),
        ("    label: 여권번호\n    privacy: personal\n", "고유식별정보"),
        (resident_no("", "personal"), "고유식별정보"),
        (resident_no("개인정보 보호법 §24의2①"), "허용한 법령의 조문을 ground에"),
        (resident_no("개인정보 보호법 §24의2①; 식품위생법 시행규칙 §44①"), "시행규칙은 근거가 되지 않습니다"),
        (resident_no("식품위생법 §9999"), "없습니다"),
    ],
)
def test_a_wrong_class_is_told_with_its_line(tmp_path: Path, wrong: str, said: str) -> None:
    found = problems(tmp_path, BLOCK, NAME, wrong)

    fault = next((one for one in found if said in one.text), None)
    assert fault, found
    text = (DATA / BLOCK).read_text(encoding="utf-8")
    line = text.count("\n", 0, text.index(NAME)) + 1
    assert fault.file.endswith("licence.yaml")
    assert abs(fault.line - line) <= 3


def test_a_resident_number_passes_where_an_act_allows_it(tmp_path: Path) -> None:
    assert problems(tmp_path, BLOCK, NAME, resident_no(CITED)) == []


def test_personal_data_without_any_ground_is_refused(tmp_path: Path) -> None:
    ground = "  ground: 개인정보 보호법 §15① 3호; 식품위생법 §37③; 식품위생법 시행규칙 §44①\n"

    found = problems(tmp_path, AFFAIR, ground, "")

    assert any("owner_name" in one.text and "근거 조문" in one.text for one in found)


def test_a_name_confirmed_by_identity_is_never_public(tmp_path: Path) -> None:
    right = "        autocomplete: name\n        privacy: personal\n"

    found = problems(tmp_path, APPLICANT, right, right.replace("personal", "public"))

    assert any("public일 수 없습니다" in one.text for one in found)


def test_show_tells_class_and_ground() -> None:
    said = StringIO()

    call_command("catalogue", "show", "mail-order-report", "--json", stdout=said)

    asked = {one["id"]: one for one in json.loads(said.getvalue())["questions"]}
    assert (asked["mobile"]["privacy"], asked["mobile"]["ground"]) == (
        "personal",
        "개인정보 보호법 §15① 3호; 전자상거래법 §12①",
    )
    assert (asked["trade_name"]["privacy"], asked["trade_name"]["ground"]) == ("public", None)
