"""The table of contents of the interface: every address, what may be asked, what is answered.

The addresses, the OpenAPI document and the page `/api/` are made from these rows. Within `/api/v1/` rows and fields are
added, never taken away or given another meaning (docs/decisions/0031).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from eok.api import asking, finding
from eok.api.answers import Answer
from eok.api.answers.certificates import FileSaid, StandingSaid
from eok.api.answers.forms import FormSaid, Versions
from eok.api.answers.places import Due, Found, Home, Offices, Year
from eok.api.answers.services import Services, ServiceSaid
from eok.api.questions import Filing, Listing, Nothing, Number, Question, Searching

SERVICE, DIGEST, YEAR = r"[a-z][a-z0-9]*([-_][a-z0-9]+)*", r"[0-9a-f]{64}", r"20[0-9]{2}"


@dataclass(frozen=True)
class Endpoint:
    """One address."""

    name: str
    """operationId; also the name of the Django address."""
    path: str
    """Below `/api/v1/`, with `{name}` where a value stands."""
    summary: str
    answer: type[Answer]
    reply: Callable[..., Answer]
    """Called with the parameters of the path and `asked`; for a file with `request` and `file`."""
    asked: type[Question] = Nothing
    takes: Literal["query", "json", "file"] = "query"
    keep: Literal["version"] | None = None
    """Whether it is the same for everyone until data change (then with ETag, from the page cache)."""
    problems: tuple[int, ...] = ()
    """Statuses of problems beside those every address may answer with."""

    @property
    def method(self) -> str:
        return "GET" if self.takes == "query" else "POST"


PATTERNS: dict[str, tuple[str, str]] = {
    "service_id": (SERVICE, "민원사무의 id"),
    "version": (DIGEST, "판의 지문"),
    "year": (YEAR, "연도"),
}
"""Values that stand in a path: what they look like, what they are."""

EXAMPLES: dict[str, Any] = {"service_id": "mail-order-report", "year": "2026"}

ENDPOINTS = (
    Endpoint("home", "", "무엇이 어디에 있는지", Home, finding.home, keep="version"),
    Endpoint("services", "services", "민원사무 목록", Services, finding.services, Listing, keep="version"),
    Endpoint(
        "service", "services/{service_id}", "민원사무 하나: 근거와 등급까지", ServiceSaid, finding.service,
        keep="version", problems=(404,),
    ),
    Endpoint(
        "form", "services/{service_id}/form", "서식: 지금 묻는 것", FormSaid, finding.form, keep="version",
        problems=(404,),
    ),
    Endpoint(
        "versions", "services/{service_id}/versions", "서식: 지금까지 쓰인 판", Versions, finding.versions,
        problems=(404,),
    ),
    Endpoint(
        "version", "services/{service_id}/versions/{version}", "서식: 그 판에서 묻는 것", FormSaid,
        finding.version, problems=(404,),
    ),
    Endpoint(
        "due", "services/{service_id}/due", "언제까지 처리되는지, 한 줄씩", Due, finding.due, Filing,
        problems=(404, 422),
    ),
    Endpoint("search", "search", "평소 쓰는 말로 찾기", Found, finding.search, Searching),
    Endpoint("offices", "offices", "우리 구와 부서", Offices, finding.offices, keep="version"),
    Endpoint(
        "calendar", "calendar/{year}", "쉬는 날", Year, finding.calendar_year, keep="version", problems=(404,)
    ),
    Endpoint(
        "certificate_by_number", "certificates/number", "진위확인: 문서확인번호로", StandingSaid,
        asking.by_number, Number, takes="json", problems=(404, 413, 415, 422, 429),
    ),
    Endpoint(
        "certificate_by_file", "certificates/file", "진위확인: 파일로(PDF, PNG, JPEG, 20MB까지)", FileSaid,
        asking.by_file, takes="file", problems=(413, 415, 422),
    ),
)  # fmt: skip
EVERYWHERE = (400, 405, 429, 500, 503)
"""Problems any address may answer with."""
