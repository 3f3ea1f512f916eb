"""부서·동: what the district says of itself: its departments, who decides, its numbers and its calendar.

Read from `districts/<name>/`, another district is another folder. Serves 민원처리법 시행령 §31 (who is in
charge) and 행정업무의 운영 및 혁신에 관한 규정 §10 (delegation). Begin with `queries.py`.
"""
