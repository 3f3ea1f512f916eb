"""문서: papers in and papers out. Uploads that residents give, and the setting of what the office hands out.

Uploads are stored encrypted under random ids with their digest, looked at by type and content before
they are kept, and shown as images, never as what they claim to be. Begin with `actions/store.py` (in)
and `typeset.py` (out). Serves 전자정부법 §7 and 민원처리법 §8의2 (electronic papers are papers).
"""
