"""Cells of files that people open in a spreadsheet."""


def harmless(cell: str) -> str:
    """A cell that a spreadsheet can't take for a formula (CWE-1236)."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
