"""Serial numbers without gaps: the number is taken in the transaction that uses it."""

from django.db import connection, transaction

from eok.core.models import Serial

_NEXT = (
    f'INSERT INTO "{Serial._meta.db_table}" AS kept (series, last) VALUES (%s, 1) '  # noqa: S608  # own name
    "ON CONFLICT (series) DO UPDATE SET last = kept.last + 1 RETURNING last"
)


@transaction.atomic(savepoint=False)
def next_number(series: str) -> int:
    """The next whole number of a series, from 1. Waits for other takers of the same series."""
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [series])
        return int(cursor.fetchone()[0])


_AT_LEAST = (
    f'INSERT INTO "{Serial._meta.db_table}" AS kept (series, last) VALUES (%s, %s) '  # noqa: S608  # own name
    "ON CONFLICT (series) DO UPDATE SET last = excluded.last WHERE kept.last < excluded.last"
)


@transaction.atomic(savepoint=False)
def at_least(series: str, number: int) -> None:
    """The next number of a series lies above this one (numbers that were given elsewhere)."""
    with connection.cursor() as cursor:
        cursor.execute(_AT_LEAST, [series, number])
