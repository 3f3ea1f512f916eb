"""Backups: one file with the database as it stood at an instant, every file it points at, and a manifest.

Secret keys are not in it (`docs/keys.md`), nor sessions and rate counters. Begin reading with `make.py`, then
`restore.py`; how the two kinds of database are copied stands in `sqlite.py` and `postgresql.py`.
"""
