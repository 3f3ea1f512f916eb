"""What was released: each release and the migrations its tables are made of.

The last line is the one that a new program must be able to run beside. Add a line with each release, and its
house with `tests/upgrade/record.py`.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Release:
    """One version people may be running."""

    version: str
    commit: str
    """Where its code is found, for the tests that run it."""
    migrations: frozenset[str]
    """`app.name` of every migration it came with."""


RELEASES = (
    Release(
        "0.1.0",
        "596a096840552e9701a19921d0e8bf3bc13d9199",
        frozenset(
            {
                "accounts.0001_people",
                "accounts.0002_officers",
                "accounts.0003_doors",
                "applications.0001_drafts_applications",
                "casework.0001_cases",
                "catalogue.0001_catalogue_version",
                "certificates.0001_certificates",
                "core.0001_outbox_serials",
                "licences.0001_licences",
                "notify.0001_messages",
                "notify.0002_sent_by_hand",
                "papers.0001_uploads",
                "payments.0001_licence_tax",
                "sessions.0001_initial",
                "trail.0001_readings",
            }
        ),
    ),
)
LAST = RELEASES[-1]


def of(migrations: frozenset[str]) -> Release | None:
    """The newest release whose tables these are, or grew from; None: not even those of the first."""
    return next((r for r in reversed(RELEASES) if r.migrations <= migrations), None)
