"""The kinds of answers: one class each says how it is read, kept, shown again and put into words.

A new type of question is one class here, one line in `table.py` and its name in the schema of the catalogue.
"""
