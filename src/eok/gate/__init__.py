"""문지기: how fast somebody may ask, what browsers report, and where somebody is signed in.

Keeps the house open for everyone (전자정부법 §56, 개인정보 보호법 시행령 §30①) without shutting anybody in or out. What it
remembers may be lost: it lies beside the sessions, in the transient database. Imports krds and core only. Begin with
`limits.py`, the one table of rates, then `middleware.py`.
"""
