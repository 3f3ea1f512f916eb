"""The facts of every cited law, from `data/law/index`: is a citation right, and where is its article?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from eok.law.facts import LawFacts, as_plain, from_plain
from eok.law.grammar import Citation, Names, find


@dataclass(frozen=True)
class Library:
    """Cited laws by title, and the names they are cited by."""

    laws: Mapping[str, LawFacts]
    names: Names

    def read(self, text: str) -> tuple[Citation, ...]:
        """All citations in a text."""
        return tuple(find(text, self.names))

    def fault(self, citation: Citation) -> str | None:
        """Why a citation can't be right, in Korean; None: it stands."""
        if not citation.law:
            return f"{citation.text}: 어느 법인지 알 수 없습니다. 법 이름을 함께 적어 주세요"
        law = self.laws.get(citation.law)
        if law is None:
            return f"{citation}: 이 법의 색인이 data/law/index에 없습니다. law index를 실행해 주세요"
        fault = law.fault(citation)
        return f"{citation}: {fault} ({law.in_force} 시행)" if fault else None

    def address(self, citation: Citation) -> str | None:
        """Official page of the article; None when the law is not in the index."""
        law = self.laws.get(citation.law)
        return law.address(citation.article) if law else None

    def heading(self, citation: Citation) -> str | None:
        """`통신판매업자의 신고 등`"""
        law = self.laws.get(citation.law)
        article = law.articles.get(citation.article) if law else None
        return article.heading if article else None


def library() -> Library:
    """The library of this installation."""
    return load(settings.EOK_DATA_DIR / "law")


@lru_cache(maxsize=4)
def load(folder: Path) -> Library:
    laws = [from_plain(_yaml(path)) for path in sorted((folder / "index").glob("*.yaml"))]
    by_title = {law.title: law for law in laws}
    return Library(by_title, Names(short_names(folder), by_title))


def short_names(folder: Path) -> Mapping[str, str]:
    names: Mapping[str, str] = _yaml(folder / "short_names.yaml")
    return names


def write(folder: Path, law: LawFacts) -> Path:
    """Write the facts of one law; returns its file."""
    path = folder / "index" / f"{law.title.replace(' ', '')}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(as_plain(law), Dumper=_Flow, allow_unicode=True, sort_keys=False, width=100_000)
    path.write_text(f"# 만든 것: ./eok law index (손으로 고치지 않습니다)\n{text}", encoding="utf-8")
    return path


class _Flow(yaml.CSafeDumper):
    """One line for each article."""


def _represent(dumper: yaml.CSafeDumper, value: dict[str, Any]) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), flow_style="heading" in value)


_Flow.add_representer(dict, _represent)


def _yaml(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
