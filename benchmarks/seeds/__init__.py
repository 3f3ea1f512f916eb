"""Rows that a bench needs before it begins, made through the rooms' own actions (`benchmarks.inside`)."""
