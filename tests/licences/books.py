"""Older books as districts keep them: made-up shops, numbered, right unless a test spoils them."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from eok.rules import check_digits

HEAD = (
    "번호",
    "신고일",
    "상호",
    "명의자",
    "영업의 종류",
    "소재지",
    "전화",
    "사업자등록번호",
    "상태",
    "끝난 날",
)


def business_no(serial: int) -> str:
    """One with a right check digit, beginning 999."""
    return next(
        found
        for last in range(10)
        if (found := check_digits.business_no(f"999{serial % 1_000_000:06d}{last}"))
    )


def row(serial: int, **spoiled: str) -> list[str]:
    """spoiled: cells by caption."""
    cells = {
        "번호": f"제2019-{serial:07d}호", "신고일": "2019-05-02", "상호": f"시험식당{serial}", "명의자": "홍길동",
        "영업의 종류": "일반음식점", "소재지": f"서울특별시 서초구 시범대로 {serial}", "전화": "02-0000-0001",
        "사업자등록번호": business_no(serial), "상태": "영업", "끝난 날": "",
    }  # fmt: skip
    return list({**cells, **spoiled}.values())


def write(
    path: Path, rows: Iterable[Sequence[str]], encoding: str = "utf-8", head: Sequence[str] = HEAD
) -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows([head, *rows])
    return path
