"""`./eok law check` and `law index` on a small corpus of our own."""

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from eok.law import checks, library
from eok.law.grammar import Names
from eok.law.scan import scan
from eok.law.shelves import Statutes

REPOSITORY = Path(__file__).parents[2]
STATUTES = REPOSITORY.parent / "shared" / "law"

LAW = """---
제목: 가상 영업법
공포일자: {promulgated}
시행일자: {in_force}
출처: https://law.example/법령/가상영업법
첨부파일:
- 별표번호: '0002'
  별표가지번호: '03'
  별표구분: 서식
  제목: 영업 신고서
- 별표번호: '0004'
  별표가지번호: '00'
  별표구분: 서식
  제목: 삭제 &lt;2020.1.1&gt;
---

##### 제1조 (신고)

**①** 신고하려는 자는 서류를 낸다.

  1\\. 하나
  2\\. 둘

**②** 받은 자는 적는다.

##### 제2조

삭제 <2020.1.1>

##### 제3조의2 (수수료)

수수료는 없다.

## 부칙

##### 제9조 (경과조치)
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for folder, in_force in (("newest", "2027-01-01"), ("today", "2024-01-01")):
        path = tmp_path / folder / "가상영업법" / "법률.md"
        path.parent.mkdir(parents=True)
        path.write_text(LAW.format(promulgated="2023-12-01", in_force=in_force), encoding="utf-8")
    return tmp_path


def test_facts_are_gathered_without_the_text(corpus: Path) -> None:
    statutes = Statutes(corpus / "newest", corpus / "today")
    statute = statutes.get("가상 영업법")
    assert statute is not None

    facts = statute.facts(statutes.coming("가상 영업법"))
    library.write(corpus, facts)
    (corpus / "short_names.yaml").write_text("영업법: 가상 영업법\n", encoding="utf-8")
    kept = library.load(corpus).laws["가상 영업법"]

    assert kept == facts
    assert kept.in_force.isoformat() == "2024-01-01"
    assert str(kept.coming) == "2027-01-01"
    assert set(kept.articles) == {"1", "2", "3의2"}
    assert kept.articles["1"].items == {1: 2}
    assert kept.articles["2"].repealed
    assert kept.forms == {"별지 제2호의3서식": "영업 신고서"}
    assert "서류를 낸다" not in (corpus / "index" / "가상영업법.yaml").read_text(encoding="utf-8")


def test_wrong_citations_are_found_with_their_line(corpus: Path, tmp_path: Path) -> None:
    house = tmp_path / "house"
    house.mkdir()
    (house / "rule.py").write_text("# 가상 영업법 §1①\n# 가상 영업법 §1⑤\n", encoding="utf-8")
    statutes = Statutes(corpus / "newest")

    cited = list(scan([house], Names({}, statutes.titles)))
    findings = list(checks.citations(statutes, cited))

    assert [(f.line, f.kind) for f in findings] == [(2, "citation")]
    assert "항이 2개인 조입니다" in findings[0].text


def test_a_folder_that_is_not_there_is_bad_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        call_command("law", "check", "--corpus", "no-such-folder")

    assert stopped.value.code == 2
    assert "폴더가 없습니다" in capsys.readouterr().err


@pytest.mark.skipif(not STATUTES.exists(), reason="the statutes are not beside this checkout")
def test_our_services_agree_with_the_statutes(capsys: pytest.CaptureFixture[str]) -> None:
    options: dict[str, Any] = {"corpus": STATUTES / "corpus", "in_force": STATUTES / "in-force-2026-11-22"}
    with contextlib.suppress(SystemExit):
        call_command("law", "check", json=True, **options)

    report = json.loads(capsys.readouterr().out)

    ours = [f for f in report["findings"] if "/data/" in f["file"] or f["file"].startswith("data/")]
    assert report["citations"] > 100
    assert ours == []
