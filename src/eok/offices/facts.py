"""Facts of single services that the district sets: fees by ordinance, classes of the licence tax.

They stand in tables of their own (`fees.yaml`, `licence_tax.yaml`), because the people who answer for
them are not those who keep the services' files. `data/fees.yaml` holds what one table of the state sets for every
district; an ordinance goes before it. Law: 지방자치법 §156①, 지방세법 §23 2호, §34.
"""

from pathlib import Path

from eok.offices import data_file
from eok.offices.data_file import DataFile

TABLES = {"fees.yaml": "fee", "licence_tax.yaml": "licence_tax"}
"""File of a folder → the service's field it fills."""


def overlays(*folders: Path) -> dict[str, DataFile]:
    """Service id → what the tables of these folders lay over the service's file; the later folder counts."""
    out: dict[str, DataFile] = {}
    for path, field in ((folder / name, field) for folder in folders for name, field in TABLES.items()):
        if not path.exists():
            continue
        file = data_file.read(path)
        for service_id in (file.value or {}).get("services") or {}:
            part = file.part(("services", service_id), (field,))
            out[service_id] = out[service_id].overlaid_by(part) if service_id in out else part
    return out
