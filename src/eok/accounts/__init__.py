"""본인확인과 출입: who somebody is, what an officer may do, and how long a session lasts.

Residents are vouched for by an outside provider (전자정부법 §10, 시행령 §12②) and never give a 주민등록번호
(개인정보 보호법 §24의2③). Officers have a password and a second factor, and rights with a first and a last
day (전자정부법 §34, 시행령 §38; 개인정보 보호법 시행령 §30①2). Every attempt to enter is written down
(개인정보 보호법 시행령 §30①5).

May import: linkage, papers, law, offices, rules, trail, krds, core. Begin with `models.py`, then
`middleware.py` (who is there) and `actions/` (how one gets there).
"""
