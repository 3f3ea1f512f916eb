"""통합검색: from people's words to the civil affair, with the reason why it was found.

Syllable pairs over numpy arrays and layers around them: everyday words, what one wants to do, first
consonants, the keyboard left in the wrong language, slips. No analyser, no server. May import catalogue and
what lies below it. Begin with `queries.py`; the layers stand in their order in `analyse.py`.
Serves 민원처리법 §13 (the catalogue of affairs is there to be found in).
"""
