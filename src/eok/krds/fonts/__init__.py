"""The page's letters: Pretendard GOV, cut into slices that a page loads only as it needs them.

`slices.py` decides which letters lie together, `cut.py` cuts them, `order.txt` is the order of
syllables by how many of our texts use them.
"""
