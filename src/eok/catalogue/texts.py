"""The texts people read, and where their easy Korean or English is still missing.

A text is written `{ko, easy, en}`; one without them is shown in Korean.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from eok.catalogue.schema import Service, Text

LANGUAGES = ("easy", "en")


def texts(part: object) -> Iterator[Text]:
    """Every text inside a part of a service, in the order of its file."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from texts(getattr(part, name))
    elif isinstance(part, tuple):
        for child in part:
            yield from texts(child)


def missing(service: Service) -> Mapping[str, int]:
    """How many texts of a service lack each language."""
    found = Counter(dict.fromkeys(LANGUAGES, 0))
    for text in texts(service):
        found.update(language for language in LANGUAGES if getattr(text, language) is None)
    return dict(found)


def counts(services: Iterable[Service]) -> dict[str, object]:
    """All texts, those that lack each language, and the affairs they stand in, the most first."""
    every = list(services)
    lacking = {service.id: missing(service) for service in every}
    by_need = sorted(lacking, key=lambda name: (-sum(lacking[name].values()), name))
    return {
        "all": sum(1 for service in every for _ in texts(service)),
        **{f"without_{one}": sum(found[one] for found in lacking.values()) for one in LANGUAGES},
        "by_service": {name: lacking[name] for name in by_need if any(lacking[name].values())},
    }
