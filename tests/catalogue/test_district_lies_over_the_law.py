"""The district changes single facts of a service and leaves the others."""

from pathlib import Path

from eok.catalogue import loader, places

REPOSITORY = Path(__file__).parents[2]


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_an_overlay_replaces_one_fact(tmp_path: Path) -> None:
    write(
        tmp_path / "services/food/food-business-closure.yaml", "minutes: 9\nprocessing_period: {value: 1}\n"
    )

    service = loader.load(REPOSITORY / "data", tmp_path).services["food-business-closure"]

    assert service.minutes == 9
    assert service.processing_period.value == 1
    assert service.processing_period.unit == "immediate"
    assert service.name.ko == "식품 영업 폐업신고"


def test_fees_and_tax_classes_come_from_their_tables(tmp_path: Path) -> None:
    source = "source: {grade: 우리 구, on: 2026-01-01, by: 시험}"
    write(tmp_path / "fees.yaml", f"services:\n  mail-order-report: {{won: 1000, {source}}}\n")
    write(tmp_path / "licence_tax.yaml", f"services:\n  mail-order-report: {{class: 3, {source}}}\n")

    service = loader.load(REPOSITORY / "data", tmp_path).services["mail-order-report"]

    assert service.fee.won == 1000
    assert service.licence_tax is not None
    assert service.licence_tax.class_ == 3


def test_a_fault_in_the_overlay_points_at_the_overlay(tmp_path: Path) -> None:
    write(tmp_path / "licence_tax.yaml", "services:\n  mail-order-report:\n    class: 9\n")

    problems = loader.load(REPOSITORY / "data", tmp_path).problems

    assert {p.file for p in problems} == {str(tmp_path / "licence_tax.yaml")}
    assert 3 in {p.line for p in problems}


def test_a_fact_remembers_its_line() -> None:
    loader.load(REPOSITORY / "data", REPOSITORY / "districts/seocho")

    problem = places.problem("mail-order-report", ("licence_tax", "class"), "x")

    assert problem.file.endswith("districts/seocho/licence_tax.yaml")
    assert places.problem("made-in-a-test", ("name",), "x").line == 0
