"""The corpus: hostile files and names, and endless mutations of them from a seed. All made by code."""

import io
import random
import zipfile
from collections.abc import Mapping
from functools import cache

from tests.hostile.pdfs import pdfs
from tests.hostile.pictures import pictures

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + rb"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
"""The harmless file every scanner must find; in two pieces so that this source is none."""
ENDINGS = (".pdf", ".png", ".jpg", ".jpeg", ".heic", ".PDF", ".exe", "", ".pdf.exe", ".html")
NAMES = (
    "../../../../etc/passwd.pdf", "..\\..\\windows\\system32\\a.pdf", "a\x00.pdf", "\u202efdp.exe", "가" * 300 + ".pdf",
    "CON.pdf", "aux.png", ".pdf", "...", " ", "", "a\r\nSet-Cookie: x=1.pdf", "<script>alert(1)</script>.pdf",
    "'; DROP TABLE x;--.pdf", "\ud800.pdf", "\ufeffa.pdf", "ᄀ" * 100 + ".jpg", "a" * 4000, "%2e%2e%2f.pdf", "\u200b.pdf",
    "신분증.pdf", "e\u0301\u0301\u0301.png", "😀.jpeg", "a/b/c.pdf", "a;b=c\".pdf",
)  # fmt: skip


def archive(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def others() -> Mapping[str, bytes]:
    return {
        "empty": b"",
        "one byte": b"\0",
        "letter": b"%",
        "eicar": EICAR,
        "svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        "svg of entities": b'<!DOCTYPE s [<!ENTITY a "'
        + b"x" * 999
        + b'"><!ENTITY b "&a;&a;">]><svg>&b;</svg>',
        "html": b"<!doctype html><script>alert(1)</script>",
        "exe": b"MZ\x90\0" + b"\0" * 60 + b"PE\0\0" + b"\0" * 200,
        "elf": b"\x7fELF\x02\x01\x01" + b"\0" * 200,
        "script": b"#!/bin/sh\nrm -rf /\n",
        "zip bomb": archive(a=b"\0" * 50_000_000),
        "zip out of the folder": archive(**{"..__..__etc__cron": b"x"}),
        "docx": archive(**{"[Content_Types].xml": b"<Types/>", "word__document.xml": b"<w/>"}),
        "xlsm": archive(**{"[Content_Types].xml": b"<Types/>", "xl__vbaProject.bin": b"\xd0\xcf\x11\xe0"}),
        "old office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "hwp": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"HWP Document File" + b"\0" * 600,
        "hwpx": archive(mimetype=b"application/hwp+zip", Contents__section0_xml=b"<s/>"),
        "postscript": b"%!PS-Adobe-3.0\n{1 1 add pop} loop\n",
        "long line": b"A" * 3_000_000,
    }


@cache
def corpus() -> dict[str, bytes]:
    """What everything begins with; made once."""
    return {f"{kind}: {name}": content for kind, files in
            (("pdf", pdfs()), ("picture", pictures()), ("other", others())) for name, content in files.items()}  # fmt: skip


def mutated(content: bytes, chance: random.Random) -> bytes:
    """The same with bits turned, pieces cut, doubled, moved, or numbers made huge. At most 300 KB stay."""
    changed = bytearray(content[:300_000])
    for _ in range(chance.randint(1, 8)):
        if not changed:
            return b""
        at, until = sorted((chance.randrange(len(changed)), chance.randrange(len(changed))))
        until = min(until, at + 64)
        match chance.randrange(6):
            case 0:
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                changed[at:until] = chance.randbytes(until - at)
            case 2:
                del changed[at:until]
            case 3:
                changed[at:at] = changed[at:until]
            case 4:
                del changed[at:]
            case 5:
                changed[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"9999", b"-1  "))
    return bytes(changed)


@cache
def light() -> tuple[tuple[str, bytes], ...]:
    """Those that may be mutated by the thousand."""
    heavy = ("bomb", "limit", "one line", "more")
    return tuple(
        (name, content)
        for name, content in corpus().items()
        if len(content) < 60_000 and not any(word in name for word in heavy)
    )


def a_file(chance: random.Random) -> tuple[str, str, bytes]:
    """One try: what it began as, a name, its bytes; one in five hundred is a whole one of the corpus."""
    name = chance.choice(NAMES) if chance.random() < 0.3 else f"file{chance.choice(ENDINGS)}"
    if chance.random() < 0.5:
        name = ""
    if chance.random() < 0.002:
        began, content = chance.choice(list(corpus().items()))
        return began, name or _fitting(content), content
    began, content = chance.choice(light())
    return began, name or _fitting(content), mutated(content, chance)


def _fitting(content: bytes) -> str:
    """A name whose ending agrees, so that the bytes are looked at in earnest."""
    endings = {b"%PDF": ".pdf", b"\x89PNG": ".png", b"\xff\xd8": ".jpg", b"\0\0\0\x18": ".heic"}
    return "file" + next((ending for head, ending in endings.items() if content.startswith(head)), ".pdf")
