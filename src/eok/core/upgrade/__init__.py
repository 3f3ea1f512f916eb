"""From the release whose data lies here to the program of this checkout, while the old one goes on serving.

Schema changes expand first and contract a release later (`compatible.py`), so that the old program runs on
the new tables: to roll back is to start the old program, without touching the data. Only a migration that
broke the tables themselves is taken back by the backup made a moment before (`rollback.py`). Begin reading with
`steps.py`; what was released when stands in `releases.py`. Reasons: docs/decisions/0032.
"""
