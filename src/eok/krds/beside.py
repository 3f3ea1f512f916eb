"""English or easy Korean beside the Korean, marked with its language (KWCAG 2.2, 7.1.1; 민원처리법 시행령 §10②: told so
that people understand). What holds is the Korean, so it always stays; nothing stands beside it where nobody wrote it.
"""

from dataclasses import dataclass
from typing import Protocol

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from eok.krds.display import Display, Words


class Said(Protocol):
    """A text with its other words; the catalogue's texts are such."""

    @property
    def ko(self) -> str: ...

    @property
    def easy(self) -> str | None: ...

    @property
    def en(self) -> str | None: ...


@dataclass(frozen=True)
class Beside:
    """The other words of one text."""

    text: str
    lang: str

    def __html__(self) -> Markup:
        mark = Markup('<b class="beside-mark">쉬운 말</b> ') if self.lang == "ko" else Markup()
        return Markup('<span class="beside" lang="{}">{}{}</span>').format(self.lang, mark, self.text)


def of(said: Said | None, words: Words) -> Beside | None:
    """What this reader wants beside a text; None where there is none."""
    if said is None or words is Words.KO:
        return None
    if words is Words.EN:
        return Beside(said.en, "en") if said.en else None
    return Beside(said.easy, "ko") if said.easy else None


def drawn(said: Said | None, words: str) -> Markup:
    """The other words alone, for macros, which do not know the reader."""
    other = of(said, Words(words))
    return Markup(" ") + escape(other) if other else Markup()


@pass_context
def both(context: Context, said: Said) -> Markup:
    """For templates that know `display`: the Korean, and beside it what the reader wants."""
    display = context.get("display")
    words = display.words if isinstance(display, Display) else Words.KO
    return escape(said.ko) + drawn(said, words)
