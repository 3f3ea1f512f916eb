"""Lists of the desk as files; how such a file is written stands in `eok.krds.export`, for accounts writes them too."""

from eok.krds.export import file

__all__ = ["file"]
