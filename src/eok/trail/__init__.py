"""기록: what can still be proved in ten years. The chain of a case's events, its seals, and who read what.

Serves 개인정보 보호법 §29 with 시행령 §30 (access logs) and 공공기록물법 §16, §18 (integrity). Begin with
`chain.py`, then `actions/seal.py` and `checking/whole.py`; other rooms hand their chains in by `sources.py`.
Imports core and krds only.
"""
