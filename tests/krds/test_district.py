"""The district's name comes from its folder."""

from pathlib import Path

from eok.krds import district


def test_name_phone_and_hours_are_read(tmp_path: Path) -> None:
    path = tmp_path / "district.yaml"
    path.write_text("name: 시험구\nphone: 02-0000-0000\n", encoding="utf-8")

    found = district.load(path)

    assert (found.name, found.phone, found.hours) == ("시험구", "02-0000-0000", "")


def test_a_folder_without_it_has_a_nameless_district(tmp_path: Path) -> None:
    assert district.load(tmp_path / "district.yaml").name == "우리 구"
