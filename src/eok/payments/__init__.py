"""수수료·세금: what is owed before a certificate is handed over.

등록면허세(면허분) is reported and paid through the tax office's own system (지방세법 §35, §38;
지방세징수법 §23): we demand, look, and record the proof. 수수료 of a filing is paid here (민원처리법 §29): one order a case,
visits to the gateway (`attempts.py` is their table), entries for won that moved (`books.py`), refunds. Begin with
`models/`; the verbs are in `actions/`; the sweepers ask about what hangs; `reconcile.py` holds the lists against each
other.
"""
