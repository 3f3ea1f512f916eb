"""The district's older books, read in: a file becomes rows, rows become entries or sentences why not.

Begin with `run.py`. Nothing of a row that is refused is kept but its number and the reason.
"""
