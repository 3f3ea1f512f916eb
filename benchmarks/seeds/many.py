"""A large district: the filed closures of a house, again and again, with numbers of their own.

    python -m benchmarks.inside benchmarks.seeds.many multiply 200000

SQLite only. The rows are real ones, encrypted as they were filed; only ids and numbers are new.
"""

import sys
from collections.abc import Mapping

from django.apps import apps
from django.db import connection, transaction

NEW_ID = "lower(hex(randomblob(16)))"
COPIED: Mapping[str, Mapping[str, str]] = {
    "applications_application": {
        "id": "seed.application", "application_no": "printf('2025-%06d', seed.number)", "draft_id": NEW_ID,
    },
    "casework_case": {
        "id": "seed.of_case", "application_id": "seed.application", "case_no": "printf('2025-%06d', seed.number)",
    },
    "casework_caseevent": {"id": "NULL", "case_id": "seed.of_case"},
    "notify_message": {"id": NEW_ID, "case_id": "seed.of_case", "key": NEW_ID},
}  # fmt: skip
"""Table to what is new in each copy of a row."""
OWNER = {"applications_application": "id", "casework_case": "id"}
"""Column that says which case a row belongs to, where it is not `case_id`."""


@transaction.atomic
def multiply(count: str) -> None:
    """Prints how many rows there are more."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.id, c.application_id FROM casework_case c WHERE c.service_id = 'food-business-closure' "
            "AND c.case_no <> '' ORDER BY c.filed_at LIMIT 1"
        )
        case, application = cursor.fetchone()
        cursor.execute(
            f"CREATE TEMP TABLE seed AS WITH RECURSIVE n(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM n "
            f"WHERE number < {int(count)}) SELECT number, {NEW_ID} AS application, {NEW_ID} AS of_case FROM n"
        )
    rows = sum(_copy(table, case, application) for table in COPIED)
    sys.stdout.write(f"{rows}\n")


def _copy(table: str, case: str, application: str) -> int:
    """How many rows it has more."""
    model = next(model for model in apps.get_models() if model._meta.db_table == table)
    columns = [str(field.column) for field in model._meta.concrete_fields]
    taken = ", ".join(COPIED[table].get(column, f'old."{column}"') for column in columns)
    owner = application if table == "applications_application" else case
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{table}" ({", ".join(map(connection.ops.quote_name, columns))}) '
            f'SELECT {taken} FROM seed, "{table}" old WHERE old."{OWNER.get(table, "case_id")}" = %s',
            [owner],
        )
        return int(cursor.rowcount)
