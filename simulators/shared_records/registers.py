"""The registers, out of `businesses.yaml`, `addresses.yaml` and `people.yaml`. Labels are those of the papers as we know them (미확인)."""

import re
from pathlib import Path
from typing import Any

import yaml

BUSINESSES = Path(__file__).parent.parent / "businesses.yaml"

ADDRESSES = BUSINESSES.with_name("addresses.yaml")
PEOPLE = BUSINESSES.with_name("people.yaml")

SOURCES = {
    "business-registration": "국세청(시험용)",
    "corporate-register": "대법원(시험용)",
    "land-use-plan": "국토교통부(시험용)",
    "building-register": "국토교통부(시험용)",
    "gas-inspection": "한국가스안전공사(시험용)",
    "fire-safety": "소방서(시험용)",
    "vehicle-registration": "국토교통부(시험용)",
    "health-check": "보건소(시험용)",
    "family-relations": "대법원(시험용)",
}
OF_A_PLACE = {
    "land-use-plan": ("소재지", {"용도지역": "제2종일반주거지역(시험용)"}),
    "building-register": ("소재지", {"주용도": "제1종근린생활시설(시험용)", "층별 용도": "1층 휴게음식점"}),
    "gas-inspection": ("시설 소재지", {"검사 결과": "적합(시험용)", "검사일": "2026-11-02"}),
    "fire-safety": ("영업장 소재지", {"발급일": "2026-11-03", "발급번호": "시험-0001"}),
}
"""By kind: under which label the address stands, and what else is said of every invented place."""
OF_A_PERSON = {
    "health-check": {"판정": "정상(시험용)", "검진일": "2026-11-05"},
    "family-relations": {"가족관계": "자녀(시험용)"},
}


class Registers:
    def __init__(self) -> None:
        self._all: list[dict[str, Any]] = yaml.safe_load(BUSINESSES.read_text("utf-8"))
        self._roads = [str(one["road"]) for one in yaml.safe_load(ADDRESSES.read_text("utf-8"))]
        self._names = {str(one["name"]) for one in yaml.safe_load(PEOPLE.read_text("utf-8"))}

    def find(self, kind: str, number: str) -> dict[str, str] | None:
        """Facts by Korean label, or None when the register has no such number, place or person."""
        if kind in OF_A_PLACE:
            return self._of_place(kind, number)
        if kind in OF_A_PERSON:
            return {"성명": number, **OF_A_PERSON[kind]} if number in self._names else None
        field = "business_no" if kind == "business-registration" else "corporate_no"
        wanted = re.sub(r"\D", "", number)
        for business in self._all:
            if re.sub(r"\D", "", str(business.get(field, ""))) == wanted and wanted:
                return _facts(kind, business)
        return None

    def _of_place(self, kind: str, address: str) -> dict[str, str] | None:
        """The longest invented road address the words begin with."""
        road = max((road for road in self._roads if address.startswith(road)), key=len, default="")
        label, said = OF_A_PLACE[kind]
        return {label: road, **said} if road else None

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
