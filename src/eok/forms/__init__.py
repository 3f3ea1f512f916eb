"""서식: what is asked, whether it is asked of this person, what was answered, which papers follow.

The engine is pure: a service's file, answers and a day in; questions, sentences, papers out. It serves
민원처리법 §8 (신청), §10 (no paper beyond what the law asks) and 전자정부법 §36 (no paper the office can look up).
Imports the catalogue, rules, papers' sheet and krds' fields; knows no database and no request. Begin with
`pages.py` (what 다음 does), then `evaluate.py` (what is asked) and `conditions.py` (CEL).
"""
