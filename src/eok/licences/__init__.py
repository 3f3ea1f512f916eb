"""영업·등록 대장: what goes on existing after the case was decided.

A grant opens an entry; change, closure, succession and reissue name one. Serves the registers the
single laws require (식품위생법 시행규칙 §42⑧, 전자상거래법 §12 …). Imports catalogue and what lies below it.
Begin with `lifecycle.py`, the table of verbs; `ledger.py` says what they make of an entry.
"""
