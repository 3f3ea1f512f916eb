"""Every table belongs to one class of `data/retention.yaml`, and a table that holds personal data to one that ends it."""

from django.apps import apps
from django.conf import settings
from django.db import models

from eok.core import outbox, retention
from eok.law.library import library
from eok.retention.standing import CLASS_OF
from eok.retention.table import load, table

TABLES = {f"{model._meta.app_label}.{model.__name__}": model for model in apps.get_models()}


def test_every_table_is_named_once_and_every_name_is_a_table() -> None:
    named = [name for kind in table().classes.values() for name in kind.tables]

    assert sorted(named) == sorted(TABLES)


def test_ciphertext_lies_only_in_classes_that_say_so() -> None:
    wrong = [
        name
        for kind in table().classes.values()
        for name in kind.tables
        if _holds_ciphertext(TABLES[name]) and kind.holds not in ("personal", "secret", "work")
    ]

    assert wrong == []


def test_a_class_that_keeps_personal_data_ends_or_says_why_not() -> None:
    silent = [
        key
        for key, kind in table().classes.items()
        if kind.holds == "personal" and kind.end == "kept" and not kind.source.note
    ]

    assert silent == []


def test_a_job_that_ends_a_class_exists() -> None:
    jobs = {kind.by for kind in table().classes.values() if kind.by and not kind.by.startswith("eok.")}

    assert jobs <= set(outbox.schedules())


def test_a_kind_that_is_ended_has_a_class_and_a_keeper() -> None:
    assert set(CLASS_OF) == set(retention.keepers())
    assert set(CLASS_OF.values()) <= set(table().classes)


def test_every_article_of_the_table_exists() -> None:
    shelf = library()

    faults = [
        fault
        for kind in table().classes.values()
        for citation in shelf.read(kind.source.cite or "")
        if (fault := shelf.fault(citation))
    ]

    assert faults == []


def test_the_law_s_own_table_names_no_unit_task() -> None:
    """Which affair belongs to which unit task is a fact of the district (공공기록물법 시행령 §25③)."""
    assert load(settings.EOK_DATA_DIR, settings.EOK_DATA_DIR / "nowhere").units == {}


def _holds_ciphertext(model: type[models.Model]) -> bool:
    fields = [field for field in model._meta.get_fields() if hasattr(field, "verbose_name")]
    return any("암호문" in str(field.verbose_name) for field in fields)
