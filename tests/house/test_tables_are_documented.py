"""docs/data-model.md has a row for every table, and says whose data it holds."""

from django.apps import apps
from django.db import models

from tests.house.repository import document, rows, section

TEXT = document("docs/data-model.md")
ROWS = {cells[0].strip("`"): cells for cells in rows(TEXT) if cells[0].startswith("`")}
CLASSES = {cells[0] for cells in rows(TEXT.split("**Retention.**")[0])}
TABLES = {model.__name__: model for model in apps.get_models()}


def test_every_table_has_a_row_and_every_row_a_table() -> None:
    assert sorted(ROWS) == sorted(TABLES)


def test_a_row_names_the_room() -> None:
    rooms = {table: model._meta.app_label for table, model in TABLES.items()}

    assert {table: cells[1] for table, cells in ROWS.items()} == rooms


def test_every_cell_is_filled_and_the_class_is_known() -> None:
    empty = [table for table, cells in ROWS.items() if len(cells) != 6 or not all(cells)]
    unknown = [table for table, cells in ROWS.items() if not set(cells[3].split(", ")) <= CLASSES]

    assert (empty, unknown) == ([], [])


def test_what_is_encrypted_is_called_personal_or_secret() -> None:
    encrypted = {table for table, model in TABLES.items() if _holds_ciphertext(model)}

    plain = [table for table in encrypted if not {"personal", "secret"} & set(ROWS[table][3].split(", "))]

    assert encrypted
    assert plain == []


def test_digest_columns_named_in_the_text_exist() -> None:
    text = section(TEXT, "Encrypted columns and look-up")

    assert "name_digest" in text
    assert all(
        field in _fields() for field in ("subject_digest", "name_digest", "holder_digest", "wrapped_key")
    )


def _holds_ciphertext(model: type[models.Model]) -> bool:
    return any(
        "암호문" in str(field.verbose_name)
        for field in model._meta.get_fields()
        if hasattr(field, "verbose_name")
    )


def _fields() -> set[str]:
    return {field.name for model in TABLES.values() for field in model._meta.get_fields()}
