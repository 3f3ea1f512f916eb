"""법령: citations, and the facts of the cited laws they are held against.

A citation such as `민원처리법 §19①` is the only way a rule of law is named in this house, so that one
grep finds every line that depends on an article. Pure but for reading `data/law`; may import rules
and what lies below. Begin with `grammar.py` (reading them), `library.py` (are they right?), `citations.py` (showing them).
"""
