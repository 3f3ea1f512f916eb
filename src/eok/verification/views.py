"""진위확인: by number, by QR, by dropping the file; the answer is one sentence, then the sealed text.

Nothing that is checked is kept. Numbers are asked slowly, so that they can't be guessed.
"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from eok.accounts import throttle
from eok.accounts.records import address_of
from eok.certificates import authority, document_no, key_list
from eok.core.access import Who, open_to
from eok.core.errors import EokError, InvalidError
from eok.core.keeping import keep
from eok.core.keys import keyring
from eok.krds.page import render
from eok.verification import offline, scan, standing

MAX_BYTES = 20 * 1024 * 1024
FREE_TRIES = 30
"""Numbers one address may ask for before it has to wait."""


@require_safe
@open_to(Who.ANYONE)
def verify(request: HttpRequest) -> HttpResponse:
    """`/verify`: three ways side by side. No form token, so that the page is the same for everyone."""
    return render(request, "verification/verify.html", _blank())


@require_POST
@open_to(Who.ANYONE)
def by_number(request: HttpRequest) -> HttpResponse:
    """By 문서확인번호: names are masked, for who asks may not hold the paper."""
    typed = request.POST.get("number", "")
    try:
        throttle.attempt(_door(request))
        number = document_no.parse(typed)
    except EokError as error:
        context = {**_blank(), "typed": typed, "number_error": error.message}
        return render(request, "verification/verify.html", context, status=error.status)
    found = standing.of_number(number)
    context = {**_blank(), "typed": typed, "asked": True, "standing": found}
    return render(request, "verification/verify.html", context, status=200 if found else 404)


@require_POST
@open_to(Who.ANYONE)
def by_file(request: HttpRequest) -> HttpResponse:
    """By the file itself (PDF) or a picture of the paper."""
    upload = request.FILES.get("file")
    try:
        if upload is None:
            raise InvalidError("파일을 고르지 않았습니다. PDF나 문서를 찍은 사진을 골라 주세요.", "file")
        if (upload.size or 0) > MAX_BYTES:
            raise InvalidError(
                "파일이 20MB를 넘습니다. 확인하지 않았습니다. 받은 PDF 그대로 골라 주세요.", "file"
            )
        report = offline.verify_file(upload.read(), authority.published_keys())
    except EokError as error:
        context = {**_blank(), "file_error": error.message}
        return render(request, "verification/verify.html", context, status=error.status)
    return _report(request, report)


@require_POST
@open_to(Who.ANYONE)
def by_seal(request: HttpRequest) -> HttpResponse:
    """By the digits a phone read from the QR (the part after # of /s)."""
    seal = scan.seal_in_address(f"{request.build_absolute_uri('/s')}#{request.POST.get('seal', '')[:8000]}")
    if seal is None:
        error = "QR의 내용을 읽을 수 없습니다. 우리 구의 QR이 아니거나 잘렸습니다. 다시 찍거나 번호로 확인해 주세요."
        return render(request, "verification/verify.html", {**_blank(), "file_error": error}, status=422)
    return _report(request, offline.verify_seal(seal, authority.published_keys()))


@require_safe
@open_to(Who.ANYONE)
def from_qr(request: HttpRequest) -> HttpResponse:
    """`/s#…`: where the QR leads. What follows # stays on the phone until its owner sends it."""
    return render(request, "verification/from_qr.html")


@require_safe
@open_to(Who.ANYONE)
def keys(request: HttpRequest) -> HttpResponse:
    """The published keys, for checking without us."""
    response = HttpResponse(key_list.dumps(authority.published_keys()), content_type="application/json")
    return keep(request, response, until="version")


def _door(request: HttpRequest) -> throttle.Door:
    """One address asking many numbers is slowed down, never shut out."""
    address = address_of(request)
    return throttle.Door(keyring().digest("throttle", f"verify|{address}"), free=FREE_TRIES)


def _report(request: HttpRequest, report: offline.Report) -> HttpResponse:
    number = str(report.document.get("document_no", "")).replace("-", "")
    found = standing.of_number(number, whole=report.valid) if number else None
    standing_now = found if report.valid else None
    reasons = [reason for reason in report.reasons if not standing_now or reason != offline.NOT_TODAY]
    context = {**_blank(), "report": report, "reasons": reasons, "standing": standing_now}
    return render(request, "verification/verify.html", context)


def _blank() -> dict[str, object]:
    return {
        "typed": "", "number_error": "", "file_error": "", "asked": False, "standing": None, "report": None,
    }  # fmt: skip
