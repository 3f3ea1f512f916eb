"""Is the record as it was sealed? Begin at `whole.py`; `chains.py` and `seals.py` find, `kept.py` compares with copies."""
