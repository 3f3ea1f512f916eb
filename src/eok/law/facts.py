"""Facts of a law as `data/law/index` keeps them: numbers, headings, dates; no text of the law."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from eok.law.grammar import Citation


@dataclass(frozen=True)
class ArticleFacts:
    heading: str
    paragraphs: int = 0
    """0: the article is one sentence without circled numbers."""
    items: Mapping[int, int] = field(default_factory=dict)
    """Paragraph (0: none) → its highest 호."""
    repealed: bool = False


@dataclass(frozen=True)
class LawFacts:
    """One text: an Act, a decree or a rule."""

    title: str
    promulgated: date
    in_force: date
    source: str
    """Official address."""
    articles: Mapping[str, ArticleFacts]
    forms: Mapping[str, str]
    """`별지 제1호서식` → its title."""
    coming: date | None = None
    """Day on which a newer text, already promulgated, takes effect."""

    def fault(self, citation: Citation) -> str | None:
        """Why this citation can't be right, in Korean; None: it stands."""
        article = self.articles.get(citation.article)
        if article is None:
            return "그런 조가 없습니다"
        if article.repealed:
            return "삭제된 조입니다"
        if citation.paragraph and citation.paragraph > article.paragraphs:
            return f"항이 {article.paragraphs}개인 조입니다" if article.paragraphs else "항이 없는 조입니다"
        return _item_fault(article, citation)

    def address(self, article: str) -> str:
        """Official page of an article."""
        number, _, branch = article.partition("의")
        return f"{self.source}/제{number}조" + (f"의{branch}" if branch else "")


def _item_fault(article: ArticleFacts, citation: Citation) -> str | None:
    if citation.item is None:
        return None
    paragraphs = [citation.paragraph or 0] if citation.paragraph else list(article.items) or [0]
    highest = max(article.items.get(paragraph, 0) for paragraph in paragraphs)
    if int(citation.item.partition("의")[0]) > highest:
        return f"{highest}호까지 있습니다" if highest else "호가 없습니다"
    return None


def as_plain(law: LawFacts) -> dict[str, Any]:
    """For the YAML file."""
    out: dict[str, Any] = {
        "title": law.title,
        "promulgated": law.promulgated,
        "in_force": law.in_force,
        "coming": law.coming,
        "source": law.source,
        "articles": {number: _plain_article(article) for number, article in law.articles.items()},
        "forms": dict(law.forms),
    }
    return {key: value for key, value in out.items() if value}


def _plain_article(article: ArticleFacts) -> dict[str, Any]:
    out: dict[str, Any] = {"heading": article.heading}
    if article.paragraphs:
        out["paragraphs"] = article.paragraphs
    if article.items:
        out["items"] = dict(article.items)
    if article.repealed:
        out["repealed"] = True
    return out


def from_plain(value: Mapping[str, Any]) -> LawFacts:
    articles = {number: ArticleFacts(**facts) for number, facts in value["articles"].items()}
    rest = {key: value[key] for key in ("title", "promulgated", "in_force", "source")}
    return LawFacts(articles=articles, forms=value.get("forms", {}), coming=value.get("coming"), **rest)
