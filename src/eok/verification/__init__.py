"""진위확인: is this paper or file what we issued, unchanged?

Serves 민원처리법 시행령 §30① 3호 (출력한 문서의 진위확인조치). Only reads. `offline.py` answers from the file and the
published keys alone; whether a licence is still in force only the register knows.
May import certificates and what lies before it; never casework or applications: it sees what was issued, no more.
"""
