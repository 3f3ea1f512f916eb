"""수수료·세금: what is owed before a certificate is handed over.

등록면허세(면허분) is reported and paid through the tax office's own system (지방세법 §35, §38;
지방세징수법 §23): we demand, look, and record the proof. Begin with `models.py`; the verbs are in
`actions/`; `sweeper.py` asks about what hangs.
"""
