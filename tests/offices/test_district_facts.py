"""What the district set is read from its folder: departments by day, who decides, numbers."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eok.core.options import OptionError
from eok.core.soundness import require_sound
from eok.offices import queries
from eok.offices.errors import DepartmentNotFoundError, DistrictFileError
from eok.rules.licence_tax import Place

TODAY = date(2026, 11, 22)


def district_with(settings: Any, tmp_path: Path, **files: str) -> None:
    for name, text in files.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    settings.EOK_DISTRICT_DIR = tmp_path


def test_a_department_on_a_day() -> None:
    assert queries.department("economy", TODAY).name == "일자리경제과"


def test_a_department_before_its_first_and_after_its_last_day(settings: Any, tmp_path: Path) -> None:
    lines = (
        "- {key: economy, name: 지역경제과, phone: 02-0, from_on: 2020-01-01, to_on: 2025-12-31}\n"
        "- {key: economy, name: 일자리경제과, phone: 02-0, from_on: 2026-01-01}\n"
    )
    district_with(settings, tmp_path, departments=lines)

    assert queries.department("economy", date(2025, 12, 31)).name == "지역경제과"
    assert queries.department("economy", date(2026, 1, 1)).name == "일자리경제과"
    with pytest.raises(DepartmentNotFoundError):
        queries.department("economy", date(2019, 12, 31))


def test_one_affair_is_decided_by_the_officer_and_one_goes_up() -> None:
    """행정업무의 운영 및 혁신에 관한 규정 §10②."""
    assert queries.delegation("food-business-closure", "grant") == "officer"
    assert queries.delegation("mail-order-report", "grant") == "team_lead"
    assert queries.delegation("a-service-not-in-the-table", "refuse") == "department_head"
    assert queries.role_label("team_lead") == "팀장"


def test_numbers_of_a_register() -> None:
    pattern = queries.number_pattern("mail-order")

    assert pattern.format(year=2026, serial=42) == "제2026-서울서초-00042호"
    with pytest.raises(DistrictFileError, match="registers.yaml"):
        queries.number_pattern("no-such-register")


def test_the_class_of_the_licence_tax() -> None:
    assert queries.licence_tax_class("mail-order-report") == 3
    assert queries.licence_tax_class("food-business-closure") is None


def test_an_autonomous_district_takes_the_first_column() -> None:
    """지방세법 §34③."""
    assert queries.tax_place() is Place.LARGE_CITY


def test_a_fault_is_told_with_its_line(settings: Any, tmp_path: Path) -> None:
    district_with(
        settings, tmp_path, departments="- {key: a, name: 가, phone: 02-1, from_on: 2020-01-01}\n- {key: b}\n"
    )

    with pytest.raises(DistrictFileError, match=r"departments\.yaml:2"):
        queries.departments(TODAY)


def test_production_refuses_the_demonstration_district(settings: Any) -> None:
    assert queries.district().demonstration

    settings.EOK_PRODUCTION = True

    with pytest.raises(DistrictFileError, match="시험용"):
        queries.district()
    with pytest.raises(OptionError, match="시험용 자료라서 운영에 쓸 수 없습니다"):
        require_sound()  # the launcher, the web and the worker ask this before they open
