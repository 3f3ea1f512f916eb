"""`./eok law draft`: what the articles naming a form say, as a file the catalogue reads, with nothing called sure."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import call_command

ACT = "전자상거래 등에서의 소비자보호에 관한 법률 시행규칙"
FORM = "별지 제4호서식"
TEXT = """---
제목: {title}
공포일자: 2024-01-01
시행일자: 2025-01-01
출처: https://law.example/x
첨부파일:
- {{별표번호: '0004', 별표가지번호: '00', 별표구분: 서식, 제목: 시험 변경신고서}}
- {{별표번호: '0005', 별표가지번호: '00', 별표구분: 서식, 제목: 시험 허가신청서}}
---

##### 제8조 (허가)

**①** 하려는 자는 별지 제5호서식의 허가신청서에 다음 글을 붙인다.

  1\\. 임대차계약서(빌린 경우만)
  2\\. 삭제 <2020.1.1>
  3\\. 그림

**②** 구청장은 받은 날부터 7일 이내에 알린다.

##### 제9조 (바뀐 것)

바뀐 날부터 15일 이내에 별지 제4호서식의 시험 변경신고서에 그 변경사항을 증명하는 서류와 신고증(있는 경우만)을 첨부하여 낸다. 받은 날부터 3일 이내에 답한다.

## 부칙

별지 제4호서식은 예전 것이다.
"""

Drafted = Callable[[str], str]


@pytest.fixture
def drafted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Drafted:
    path = tmp_path / "corpus" / "시험" / "시행규칙.md"
    path.parent.mkdir(parents=True)
    path.write_text(TEXT.format(title=ACT), encoding="utf-8")

    def draft(form: str) -> str:
        options: dict[str, Any] = {"corpus": tmp_path / "corpus", "id": "trial-change"}
        call_command("law", "draft", ACT, form, **options)
        return capsys.readouterr().out

    return draft


def test_period_deadline_and_papers_are_found_with_their_article(drafted: Drafted) -> None:
    text = drafted(FORM)

    affair = yaml.safe_load(text)
    assert f"# {ACT} §9 (바뀐 것)" in text
    assert "부칙" not in text
    assert affair["form"]["title"] == "시험 변경신고서"
    assert affair["kind"] == "report"
    assert (affair["processing_period"]["value"], affair["processing_period"]["unit"]) == (3, "days")
    assert "15일" in affair["filing_deadline"]["text"]
    assert [paper["name"] for paper in affair["papers"]] == ["변경사항을 증명하는 서류", "신고증"]


def test_items_are_papers_and_those_repealed_are_not(drafted: Drafted) -> None:
    affair = yaml.safe_load(drafted("별지 제5호서식"))

    assert [paper["name"] for paper in affair["papers"]] == ["임대차계약서", "그림"]
    assert affair["papers"][0]["source"]["cite"] == f"{ACT} §8①"
    assert affair["kind"] == "permit"


def test_the_catalogue_reads_it_and_nothing_in_it_is_sure(
    drafted: Drafted, tmp_path: Path, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    text = drafted(FORM)
    data, ours = tmp_path / "data", Path(settings.EOK_DATA_DIR)
    data.mkdir()
    for path in ours.iterdir():
        if path.name != "services":
            (data / path.name).symlink_to(path)
    file = data / "services" / "commerce" / "trial-change.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    settings.EOK_DATA_DIR, settings.EOK_STATE_DIR = data, tmp_path

    call_command("catalogue", "check")

    assert "민원사무 1건, 고칠 곳 0곳" in capsys.readouterr().out
    assert "grade: 법령" not in text


def test_a_form_that_is_not_there_is_bad_use(drafted: Drafted) -> None:
    with pytest.raises(SystemExit) as stopped:
        drafted("별지 제99호서식")

    assert stopped.value.code == 2
