"""What a job does in both queues: work a while, then one row that says when. No import of either side."""

import time

from django.db import connection, transaction

TABLE = "CREATE TABLE effect (n INTEGER NOT NULL, at DOUBLE PRECISION NOT NULL)"
ROW = "INSERT INTO effect (n, at) VALUES (%s, %s)"


def make_table() -> None:
    with connection.cursor() as cursor:
        cursor.execute(TABLE)


def leave(n: int, milliseconds: int) -> None:
    """The job itself; `at` is the machine's steady clock, the same for all processes."""
    if milliseconds:
        time.sleep(milliseconds / 1000)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(ROW, [n, time.monotonic()])
