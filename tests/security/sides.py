"""The environment of a process that serves one side."""

import os

from tests.house.repository import ROOT
from tests.state import STATE

ROLES = ("all", "public", "desk")


def environment(role: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("EOK_", "DJANGO_"))}
    return kept | {
        "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
        "EOK_STATE_DIR": str(STATE),
        "EOK_ROLE": role,
        "EOK_IDENTITY": "eok.linkage.adapters.oidc.Provider",
        "EOK_IDENTITY_URL": "https://identity.example",
        "EOK_IDENTITY_SECRET": "only for this test",
        "DJANGO_SETTINGS_MODULE": "eok.settings",
    }
