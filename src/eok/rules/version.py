"""The version of the rules: which reading of the law computed what a case was told.

Raised by one whenever a rule of this room computes something else than before from the same facts, because the
law changed or because we read it better; the changelog says what. A mere rewriting leaves it. Cases pin it when
they are filed and when they are decided (행정기본법 §14②).
"""

VERSION = 1
