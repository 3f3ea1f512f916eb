"""누리집: the resident's pages that show more than one room. It only calls queries and actions.

Begin with `urls.py`: every page and who may open it. Pages that are the same for everyone are kept as
bytes (see eok.core.page_cache); nothing personal stands in them.
"""
