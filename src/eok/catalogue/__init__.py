"""민원사무: what a civil affair is, from the files of `data/services` laid over by the district's.

The published catalogue of affairs (민원편람) serves 민원처리법 §17③, 시행령 §10②; the pinned versions
serve 행정기본법 §14②: what was filed can always be read as it stood. May import law, offices and what
lies below. Begin with `schema.py` (the shape of a file), then `loader.py` and `queries.py`.
"""
