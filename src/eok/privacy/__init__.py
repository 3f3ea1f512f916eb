"""정보주체의 권리: demands to see, mend or erase one's own data, answered as a document; the monthly look at the read log.

Serves 개인정보 보호법 §35, §36, §38 with 개인정보 보호법 시행령 §41–§43, and 개인정보 보호법 시행령 §30① 5호. Imports what
holds personal data (casework, payments and below). Begin with `models.py`, then `actions/ask.py` and `unusual.py`.
"""
