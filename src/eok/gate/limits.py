"""Every rate of the house, in one table (OWASP ASVS 5 V2.4.1, V6.1.1, V15.2.2).

Who is signed in counts for themselves: a whole 주민센터 behind one address does not wait for one another. Without a
name the address counts, with room for an office, and beside it the session. Numbers are ours; nobody who fills in
forms or works at the desk comes near them (tests walk both affairs under them).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rate:
    """So many at once, and so many a minute in the long run."""

    burst: int
    per_minute: int

    @property
    def interval(self) -> float:
        """Seconds one of them costs."""
        return 60 / self.per_minute

    @property
    def tolerance(self) -> float:
        """Seconds one may be ahead."""
        return self.interval * (self.burst - 1)


@dataclass(frozen=True)
class Limit:
    """Pages that are counted together."""

    name: str
    pages: tuple[str, ...]
    """Names of addresses (`room:page`); `room:` means all of the room."""
    own: Rate
    """Of one person, officer or nameless session."""
    address: Rate
    """Of all the nameless behind one address together."""
    methods: tuple[str, ...] = ("POST",)
    shared: bool = True
    """Counted over all processes, in the transient database; else in each by itself."""


LOOKING = ("GET", "HEAD", "POST")
LIMITS = (
    Limit(
        "sign-in",
        (
            "accounts:sign_in",
            "accounts:callback",
            "accounts:officer_sign_in",
            "accounts:officer_code",
            "accounts:officer_setup",
            "accounts:officer_password",
        ),
        Rate(30, 10),
        Rate(200, 120),
        ("POST",),
    ),
    Limit("verify", ("verification:",), Rate(40, 20), Rate(200, 100)),
    Limit(
        "file",
        (
            "portal:submit",
            "portal:apply",
            "portal:withdraw",
            "portal:more_time",
            "portal:closing",
            "portal:closing_drop",
        ),
        Rate(60, 10),
        Rate(60, 10),
    ),
    Limit(
        "upload",
        ("portal:papers", "portal:add_file", "portal:supplement", "portal:consent_back"),
        Rate(200, 60),
        Rate(60, 10),
    ),
    Limit(
        "fill", ("portal:page", "portal:save", "portal:review"), Rate(600, 240), Rate(60, 10), shared=False
    ),
    Limit(
        "typeset",
        (
            "portal:form_pdf",
            "portal:preview_pdf",
            "portal:receipt_pdf",
            "portal:decision_pdf",
            "portal:certificate_print",
            "desk:form_pdf",
        ),
        Rate(120, 60),
        Rate(60, 20),
        LOOKING,
    ),
    Limit("here", ("portal:here",), Rate(40, 20), Rate(120, 60)),
    Limit("search", ("portal:search", "desk:search"), Rate(120, 60), Rate(600, 600), LOOKING, shared=False),
    Limit("api", ("api:",), Rate(600, 300), Rate(1200, 600), LOOKING, shared=False),
    Limit(
        "rights",
        ("accounts:give_right", "accounts:end_right", "accounts:confirm_right"),
        Rate(60, 20),
        Rate(10, 5),
    ),
    Limit("reports", ("gate:csp_report",), Rate(20, 10), Rate(60, 30), shared=False),
)
PAGES = Rate(2000, 6000)
"""Of any address, before anything else is asked; counted in each process by itself."""


def of(page: str, method: str) -> Limit | None:
    """The first that names the page."""
    return next((one for one in LIMITS if method in one.methods and _named(one, page)), None)


def _named(limit: Limit, page: str) -> bool:
    return any(page == one or (one.endswith(":") and page.startswith(one)) for one in limit.pages)
