"""How tests are shared out among processes: each by itself, but those of one house together."""

from xdist.scheduler import LoadScopeScheduling

FOLDERS = ("tests/faults/", "tests/journeys/")
"""Their tests share houses that take long to open."""


def shared_house(nodeid: str) -> str | None:
    """The folder whose house a test uses; on PostgreSQL it is another one."""
    folder = next((folder for folder in FOLDERS if nodeid.startswith(folder)), None)
    return f"{folder} on PostgreSQL" if folder and "postgresql" in nodeid else folder


class Together(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """xdist's scheduling by scope, with a house of ours as scope."""

    def _split_scope(self, nodeid: str) -> str:
        return shared_house(nodeid) or nodeid
