"""Lists of the desk as files: the same rows, names masked as on the page unless somebody said why."""

from django.http import HttpRequest

from eok.krds.csv_file import file

__all__ = ["file", "wants_clear"]


def wants_clear(request: HttpRequest) -> bool:
    """Whether the file is asked for with names in clear (`as=csv&names=clear`), which needs 가림 풀기 first."""
    return request.GET.get("as") == "csv" and request.GET.get("names") == "clear"
