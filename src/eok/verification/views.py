"""진위확인: by number, by QR, by dropping the file; the answer is one sentence, then the sealed text.

Nothing that is checked is kept. Numbers are asked slowly, so that they can't be guessed.
"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from eok.certificates import authority, key_list
from eok.core.access import Who, open_to
from eok.core.errors import EokError, InvalidError
from eok.core.keeping import keep
from eok.krds.page import render
from eok.verification import asking, offline, scan
from eok.verification.standing import Standing


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
        found = asking.about_number(request, typed)
    except EokError as error:
        context = {**_blank(), "typed": typed, "number_error": error.message}
        return render(request, "verification/verify.html", context, status=error.status)
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
        report, standing = asking.about_file(upload)
    except EokError as error:
        context = {**_blank(), "file_error": error.message}
        return render(request, "verification/verify.html", context, status=error.status)
    return _report(request, report, standing)


@require_POST
@open_to(Who.ANYONE)
def by_seal(request: HttpRequest) -> HttpResponse:
    """By the digits a phone read from the QR (the part after # of /s)."""
    seal = scan.seal_in_address(f"{request.build_absolute_uri('/s')}#{request.POST.get('seal', '')[:8000]}")
    if seal is None:
        error = "QR의 내용을 읽을 수 없습니다. 우리 구의 QR이 아니거나 잘렸습니다. 다시 찍거나 번호로 확인해 주세요."
        return render(request, "verification/verify.html", {**_blank(), "file_error": error}, status=422)
    report = offline.verify_seal(seal, authority.published_keys())
    return _report(request, report, asking.standing_of(report))


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


def _report(request: HttpRequest, report: offline.Report, standing: Standing | None) -> HttpResponse:
    reasons = [reason for reason in report.reasons if not standing or reason != offline.NOT_TODAY]
    context = {**_blank(), "report": report, "reasons": reasons, "standing": standing}
    return render(request, "verification/verify.html", context)


def _blank() -> dict[str, object]:
    return {
        "typed": "", "number_error": "", "file_error": "", "asked": False, "standing": None, "report": None,
    }  # fmt: skip
