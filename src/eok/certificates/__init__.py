"""발급: certificates as sheets anyone can check, on paper and as files.

Serves 민원처리법 §27④ (허가서·신고필증·증명서), 민원처리법 시행령 §30① 2호·3호 (forgery prevention and verification of printed
electronic documents). Begin reading at `render.py`: a certificate's facts become a seal (`seal.py`), a sheet
(`papers.typeset`) and a signed PDF (`pades.py`); `authority.py` holds whose keys those are.
May import everything further down the path; never verification, portal or desk.
"""
