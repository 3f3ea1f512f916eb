"""Which cell of a row is which column: by the captions officers and the open lists of 인허가 use, or by a file.

The file is YAML, `column: caption in the first row`, e.g. `name: 사업장명`. The columns are those of
`licences/columns.py`, and `licence_no`, `opened_on`, `state`, `ended_on`.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from eok.licences.columns import COLUMNS
from eok.licences.errors import ImportFileError

OWN = {"licence_no": "번호", "opened_on": "신고일", "state": "상태", "ended_on": "끝난 날"}
"""Columns of the row itself."""
NEEDED = ("licence_no", "opened_on", "name")
CAPTIONS: Mapping[str, tuple[str, ...]] = {
    "licence_no": ("번호", "신고번호", "등록번호", "허가번호", "인허가번호", "신고·등록번호", "허가(신고·등록)번호", "관리번호"),
    "opened_on": ("신고일", "신고일자", "등록일", "등록일자", "허가일자", "인허가일자", "허가(신고·등록)일"),
    "state": ("상태", "영업상태", "영업상태명", "상세영업상태명"),
    "ended_on": ("끝난 날", "폐업일", "폐업일자", "취소일자", "말소일자", "인허가취소일자"),
    "name": ("상호", "업소명", "사업장명", "명칭", "법인명(상호)"),
    "holder": ("명의자", "영업자", "성명", "대표자", "대표자명", "대표자 성명"),
    "representative": ("법인 대표자", "법인대표자명"),
    "business_no": ("사업자등록번호", "사업자번호"),
    "corporation_no": ("법인등록번호",),
    "kind": ("영업의 종류", "업종", "업태", "업태구분명", "영업종류"),
    "premises": ("소재지", "주소", "영업소 소재지", "도로명주소", "도로명전체주소", "소재지전체주소"),
    "phone": ("전화", "전화번호", "소재지전화"),
    "email": ("전자우편", "전자우편주소", "이메일"),
    "domain": ("인터넷도메인", "인터넷도메인 이름", "도메인"),
    "host_server": ("호스트서버 소재지", "호스트서버소재지"),
    "sales_methods": ("판매방식",),
    "goods": ("취급품목",),
    "area": ("영업장 면적", "시설총규모", "면적"),
    "conditions": ("조건·비고", "조건", "비고"),
    "birth_date": ("생년월일",),
}  # fmt: skip


def places(head: Sequence[str], mapping: Path | None) -> dict[str, int]:
    """Column to place in a row. Raises ImportFileError when a needed one is not there, or one is there twice."""
    cells = [_plain(cell) for cell in head]
    wanted = _wanted(mapping)
    found = {column: _place(cells, captions) for column, captions in wanted.items()}
    missing = [_name(c) for c in (*NEEDED, *(_given(mapping))) if found.get(c) is None]
    if missing:
        raise ImportFileError(
            f"첫 줄에 {', '.join(dict.fromkeys(missing))} 칸이 없습니다. 아무것도 옮기지 않았습니다. 칸 이름을 고치거나 "
            "--columns 파일로 알려 주세요."
        )
    return {column: place for column, place in found.items() if place is not None}


def _wanted(mapping: Path | None) -> dict[str, tuple[str, ...]]:
    given = {column: (caption,) for column, caption in _given(mapping).items()}
    return {**CAPTIONS, **given}


def _given(mapping: Path | None) -> dict[str, str]:
    if mapping is None:
        return {}
    try:
        value: Any = yaml.safe_load(mapping.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ImportFileError(
            f"{mapping} 파일을 읽지 못했습니다. 아무것도 옮기지 않았습니다. YAML인지 확인해 주세요."
        ) from error
    strange = sorted(set(value) - {*COLUMNS, *OWN}) if isinstance(value, dict) else ["?"]
    if strange:
        raise ImportFileError(
            f"{mapping}에 모르는 칸이 있습니다: {', '.join(map(str, strange))}. 아무것도 옮기지 않았습니다. 쓸 수 있는 칸은 "
            f"{', '.join(sorted({*COLUMNS, *OWN}))}입니다."
        )
    return {str(column): str(caption) for column, caption in value.items()}


def _place(cells: Sequence[str], captions: Sequence[str]) -> int | None:
    for caption in captions:
        at = [n for n, cell in enumerate(cells) if cell == _plain(caption)]
        if len(at) > 1:
            raise ImportFileError(
                f"첫 줄에 {caption} 칸이 둘입니다. 아무것도 옮기지 않았습니다. 하나만 남겨 주세요."
            )
        if at:
            return at[0]
    return None


def _plain(caption: str) -> str:
    return "".join(caption.replace("ㆍ", "·").replace("\ufeff", "").split())


def _name(column: str) -> str:
    return OWN.get(column) or COLUMNS[column].caption
