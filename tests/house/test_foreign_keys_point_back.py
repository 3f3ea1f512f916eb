"""Relations between tables follow the imports: back along the path, and without a name at the other end.

A reverse name would let an earlier room reach into a later one by an attribute that no import shows.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import ForeignObject, ManyToManyField

from tests.house.layers import may_know


def relations() -> Iterator[tuple[str, str, str, str]]:
    """Of every relation of ours: its full name, its room, the room it points at, its name at the other end."""
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, ForeignObject | ManyToManyField) and model.__module__.startswith("eok."):
                other = field.related_model.__module__
                yield (
                    f"{model.__name__}.{field.name}",
                    _room(model.__module__),
                    _room(other),
                    str(field.remote_field.related_name),
                )


def test_relations_point_back() -> None:
    known = list(relations())

    ahead = [name for name, room, other, _ in known if not may_know(room, other)]

    assert len(known) > 20
    assert ahead == []


def test_relations_add_no_name_at_the_other_end() -> None:
    named = [name for name, _, _, reverse in relations() if reverse != "+"]

    assert named == []


def _room(module: str) -> str:
    return module.split(".")[1]
