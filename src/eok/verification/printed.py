"""Does the page say what the seal says? Compared without regard to spacing, piece by piece in the order of the form."""

from eok.certificates.seal import Content

SOFT_BREAKS = str.maketrans({"\ufffe": "-", "\x02": "-", "\u00ad": "-"})
"""How the reader of PDFs writes a hyphen at the end of a line."""


def differences(content: Content, page_text: str) -> tuple[str, ...]:
    """Names of what the page says otherwise than the seal; empty when all agrees.

    A seal of a long text has no fields: then only the rest is compared.
    """
    text = _plain(page_text)
    captions = [(caption, _plain(f"{caption}:{value}")) for caption, value in content.fields]
    ending = [("증명 문구", content.sentence), ("발급일", content.issued_on), ("발급 기관", content.issuer)]
    block = captions + [(name, _plain(value)) for name, value in ending]
    head = [
        ("문서확인번호", f"문서확인번호{content.document_no}"),
        ("제목", content.title),
        ("번호", content.number),
    ]
    missing = [name for name, value in head if _plain(value) not in text]
    if "".join(value for _, value in block) in text:
        return tuple(missing)
    return tuple(missing + _differing(block, text))


def _differing(block: list[tuple[str, str]], text: str) -> list[str]:
    """Each piece must be followed by the next: more after a value is as wrong as another value."""
    followers = [value for _, value in block[1:]] + [""]
    starts = [follower.split(":")[0] for follower in followers]
    found = [name for (name, value), start in zip(block, starts, strict=True) if value + start not in text]
    return found or ["항목의 차례"]


def _plain(text: str) -> str:
    return "".join(text.translate(SOFT_BREAKS).split())
