"""Too many files at once: said on a page of ours.

Django looks for the form's token before the view runs and counts the files on the way; what it raises there would
become its own bare page. So a view that takes files looks for the token itself.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt, csrf_protect

View = Callable[..., HttpResponseBase]


def takes_files(view: View) -> View:
    """Outermost. The token is asked for all the same, inside."""
    protected = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        return protected(request, *args, **kwargs)

    return guarded
