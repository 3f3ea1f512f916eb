"""A ticket opens one upload once, from the browser that asked for it, within a minute.

The origin of uploads gets no cookie, so the address itself must carry the right. It is opaque (AES-GCM under a key
wrapped by the district's), names nothing, and is made anew for every look, after the portal checked who asks and logged
it. Bound to the browser's name and not to its network address: two host names may be reached over two networks.
"""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.http import HttpRequest

from eok.core import clock, sealed
from eok.core.errors import NotFoundError
from eok.core.keys import KeyringError, keyring
from eok.papers.models import SpentTicket, Upload

SECONDS = 60
CONTEXT = "file-ticket"
KEY_LENGTH = 2
"""Bytes that say how long the wrapped key before the ciphertext is."""


class TicketError(NotFoundError):
    """Too old, used, of another browser, or made up: all read the same."""

    def __init__(self) -> None:
        super().__init__(
            "이 파일 주소는 더 쓸 수 없습니다. 파일은 그대로 있습니다. 앞 화면에서 파일을 다시 열어 주세요."
        )


@dataclass(frozen=True)
class Opens:
    """What a ticket opens."""

    upload: Upload
    page: int
    """From 1; 0: the whole file, to be saved."""
    inline: bool


def issue(request: HttpRequest, upload: Upload, *, page: int = 0, inline: bool = False) -> str:
    """For this browser, from now on for SECONDS."""
    key = keyring().new_data_key()
    said = {
        "upload": str(upload.pk), "page": page, "inline": inline, "browser": _browser(request),
        "until": clock.now().timestamp() + SECONDS,
    }  # fmt: skip
    whole = len(key).to_bytes(KEY_LENGTH, "big") + key + sealed.seal(key, said, context=CONTEXT)
    return base64.urlsafe_b64encode(whole).decode().rstrip("=")


def take(request: HttpRequest, ticket: str) -> Opens:
    """Spends it. Raises TicketError."""
    said = _read(ticket)
    if said["until"] < clock.now().timestamp() or said["browser"] != _browser(request):
        raise TicketError
    upload = Upload.objects.filter(pk=UUID(said["upload"])).first()
    if upload is None:
        raise TicketError
    if request.method != "HEAD":
        _spend(ticket)
    return Opens(upload, said["page"], said["inline"])


def _read(ticket: str) -> dict[str, Any]:
    try:
        whole = base64.b64decode(ticket + "=" * (-len(ticket) % 4), altchars=b"-_", validate=True)
        end = KEY_LENGTH + int.from_bytes(whole[:KEY_LENGTH], "big")
        said: dict[str, Any] = sealed.unseal(whole[KEY_LENGTH:end], whole[end:], context=CONTEXT)
    except (KeyringError, ValueError, binascii.Error) as error:
        raise TicketError from error
    return said


def _spend(ticket: str) -> None:
    digest = hashlib.sha256(ticket.rstrip("=").encode()).hexdigest()
    try:
        with transaction.atomic():
            SpentTicket.objects.create(digest=digest, at=clock.now())
    except IntegrityError as error:
        raise TicketError from error


def _browser(request: HttpRequest) -> str:
    return keyring().digest("file-ticket-browser", request.headers.get("User-Agent", ""))[:16]
