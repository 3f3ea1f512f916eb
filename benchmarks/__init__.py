"""What the portal costs, each figure a ratio against a bare baseline of the same run (docs/performance.md).

One module a bench, called by `./eok bench NAME`: it starts processes of its own in a folder of its own,
measures both sides in turn, and returns a `Result`. Begin with `figures.py`; the list is in `suite.py`.
Absolute figures move by a factor of two on shared machines, ratios of one run do not: read those.
"""
