"""`./eok law check` on a small corpus in words of our own: each error planted in an affair is found, and nothing else."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from eok.catalogue import law_checks
from eok.law.shelves import Statutes

REPOSITORY = Path(__file__).parents[2]
NAME = "mail-order-change.yaml"
ACT = "전자상거래 등에서의 소비자보호에 관한 법률"
HEAD = (
    "---\n제목: {title}\n공포일자: 2024-01-01\n시행일자: {day}\n출처: https://law.example/x\n{forms}---\n\n"
)
FORMS = """첨부파일:
- {별표번호: '0004', 별표가지번호: '00', 별표구분: 서식, 제목: "[통신판매업ㆍ시험] 변경신고서"}
"""
DECREE = """##### 제16조 (바뀐 것)

**①** 바뀌면 15일 안에 적어 낸다.

**②** 3일 안에 새 종이를 준다.
"""
RULE = """##### 제9조 (바뀐 것을 적는 글)

통신판매업 신고증과 변경사항을 증명하는 서류를 붙인다.

## 부칙

##### 제1조 (서식)

제5호서식이었다.
"""


def put(folder: Path, kind: str, title: str, body: str, day: str = "2025-01-01", forms: str = "") -> None:
    path = folder / "시험" / f"{kind}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD.format(title=title, day=day, forms=forms) + body, encoding="utf-8")


@pytest.fixture
def statutes(tmp_path: Path) -> Statutes:
    today, newest = tmp_path / "today", tmp_path / "newest"
    put(newest, "시행령", f"{ACT} 시행령", DECREE.replace("15일", "30일"), "2027-01-01")
    put(today, "시행령", f"{ACT} 시행령", DECREE)
    put(newest, "시행규칙", f"{ACT} 시행규칙", RULE, forms=FORMS)
    return Statutes(newest, today)


def findings(
    settings: Any, tmp_path: Path, statutes: Statutes, *planted: tuple[str, str]
) -> list[tuple[str, str]]:
    """Kind and text of what is found in the affair with these words replaced."""
    data = tmp_path / "data"
    shutil.copytree(REPOSITORY / "data", data, ignore=shutil.ignore_patterns("services"))
    file = data / "services" / "commerce" / NAME
    file.parent.mkdir(parents=True)
    text = (REPOSITORY / "data/services/commerce" / NAME).read_text(encoding="utf-8")
    for old, new in (("  title: 통신판매업 변경신고서", "  title: 통신판매업·시험 변경신고서"), *planted):
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    settings.EOK_DATA_DIR, settings.EOK_STATE_DIR = data, tmp_path
    return [(one.kind, one.text) for one in law_checks.services(statutes)]


def test_the_affair_as_it_is_agrees(settings: Any, tmp_path: Path, statutes: Statutes) -> None:
    """Brackets in a title do not matter; the text that takes effect later is not today's."""
    assert findings(settings, tmp_path, statutes) == []


LAW = "  source: {grade: 법령, cite: 전자상거래법 시행령 §16"
PERIOD = "processing_period:\n  value: 3\n  unit: days\n"
DEADLINE = "filing_deadline:\n  text: 바뀐 날부터 {days}일 안에"


@pytest.mark.parametrize(
    ("planted", "kind", "said"),
    [
        (("  title: 통신판매업·시험 변경신고서", "  title: 통신판매업 신고서"), "form", "변경신고서’입니다"),
        (("number: 별지 제4호서식", "number: 별지 제5호서식"), "form", "별지 제5호서식이(가) 없습니다"),
        (("    name: 통신판매업 신고증", "    name: 임대차계약서"), "paper", "‘임대차계약서’이(가)"),
        ((DEADLINE.format(days=15), DEADLINE.format(days=5)), "deadline", "‘5일’이(가)"),
        ((DEADLINE.format(days=15), DEADLINE.format(days=30)), "deadline", "‘30일’이(가)"),
        (
            (PERIOD, f"deemed_after:\n  value: 15\n  unit: days\n{LAW}②}}\n{PERIOD}"),
            "period",
            "‘15일’이(가)",
        ),
    ],
    ids=[
        "title",
        "form number",
        "paper",
        "deadline inside a number",
        "deadline of the text to come",
        "period of the other paragraph",
    ],
)
def test_a_planted_error_is_found(
    settings: Any, tmp_path: Path, statutes: Statutes, planted: tuple[str, str], kind: str, said: str
) -> None:
    found = findings(settings, tmp_path, statutes, planted)

    assert [one for one, _ in found] == [kind]
    assert said in found[0][1]
