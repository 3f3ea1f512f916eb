"""보존과 파기: how long each kind of record is kept, who says that it may end, and what is left of it.

Two laws meet here. 공공기록물법: a record of the office is handed over to the records centre (§19②) and destroyed only
after a specialist's review and the board's deliberation (§27①), never while its destruction is forbidden (§27의3).
개인정보 보호법 §21: what is no longer needed is destroyed without delay, so that nobody can bring it back. Begin reading
with `table.py` (the table of `data/retention.yaml`), then `standing.py` and `actions/end.py`. It may import every
room but the pages; what rooms keep they register in `core/retention.py`.
"""
