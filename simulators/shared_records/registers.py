"""The two registers, out of `businesses.yaml`. Labels are those of the papers as we know them (미확인)."""

import re
from pathlib import Path
from typing import Any

import yaml

BUSINESSES = Path(__file__).parent.parent / "businesses.yaml"

SOURCES = {"business-registration": "국세청(시험용)", "corporate-register": "대법원(시험용)"}


class Registers:
    def __init__(self) -> None:
        self._all: list[dict[str, Any]] = yaml.safe_load(BUSINESSES.read_text("utf-8"))

    def find(self, kind: str, number: str) -> dict[str, str] | None:
        """Facts by Korean label, or None when the register has no such number."""
        field = "business_no" if kind == "business-registration" else "corporate_no"
        wanted = re.sub(r"\D", "", number)
        for business in self._all:
            if re.sub(r"\D", "", str(business.get(field, ""))) == wanted and wanted:
                return _facts(kind, business)
        return None

    def everything(self) -> list[dict[str, Any]]:
        return self._all


def _facts(kind: str, business: dict[str, Any]) -> dict[str, str]:
    if kind == "corporate-register":
        return {
            "상호": business["name"],
            "법인등록번호": business["corporate_no"],
            "대표자 성명": business["owner"],
            "본점 소재지": business["address"],
        }
    return {
        "상호": business["name"],
        "사업자등록번호": business["business_no"],
        "대표자 성명": business["owner"],
        "개업일": str(business["opened_on"]),
        "사업장 소재지": business["address"],
        "업종": business["trade"],
        "사업자 상태": business["state"],
    }
