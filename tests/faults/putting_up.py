"""A resident who puts up a paper, and what the house then keeps of it."""

from pathlib import Path

from benchmarks.client import Answer, Client
from benchmarks.installation import Installation
from benchmarks.signed import Signed

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
)
PDF += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PAPER = "business-registration"
BOUNDARY = "----a-paper"


def put_up(client: Client, one: Signed) -> Answer:
    """One paper, as the page's script sends it."""
    lines = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{one.csrf}\r\n'
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="등록증.pdf"\r\n'
        "Content-Type: application/pdf\r\n\r\n"
    )
    body = lines.encode() + PDF + f"\r\n--{BOUNDARY}--\r\n".encode()
    headers = {**one.headers, "Accept-Encoding": "identity"}
    headers["Content-Type"] = f"multipart/form-data; boundary={BOUNDARY}"
    path = f"/drafts/{one.draft_id}/papers/{PAPER}/files/"
    return client.send(client.request("POST", path, headers, body))


def uploaded(house: Installation) -> list[Path]:
    return [path for path in (house.folder / "uploads").rglob("*") if path.is_file()]
