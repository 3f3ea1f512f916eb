"""규칙: every rule of law that computes something, as pure functions of plain values.

No Django, no settings, no clock of its own. Begin with `clock.py` (민원처리법 §19); `calendar.py` says which
hours are the office's; `licence_tax.py` is 지방세법 §34; `check_digits.py` the numbers people type.
"""
