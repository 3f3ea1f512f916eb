"""통지: every step of a case is told, once, on the channel the person has (민원처리법 §27, 시행령 §23, §29).

An event of a case becomes a message row in the reaction's transaction; the worker hands it to a
channel outside any transaction. Texts stand in `data/notices/<key>.yaml`. Begin with `actions/tell.py`.
"""
