"""eok (e-OK 민원센터): a district's civil affairs, from a resident's words to a verified certificate.

The rooms and the order in which they may look at each other: `docs/map.md`.
"""
