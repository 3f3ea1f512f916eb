"""What we are built from: a list of it (CycloneDX), its licences, its known vulnerabilities.

OWASP ASVS 5 V15.1 and V15.2; 소프트웨어 공급망. Begin with `bill.py`; `audit.py` and `licences.py` read what it made.
"""
