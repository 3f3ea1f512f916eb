"""신청: the draft a resident fills and the act of filing (민원처리법 §8, 행정절차법 §17).

The filing is complete when the data has entered the office's computer (행정절차법 §17②): its moment is
`Application.filed_at`, and what was acknowledged is on the disk before the answer leaves. Begin with
`models.py`; the verbs are in `actions/`.
"""
