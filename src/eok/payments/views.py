"""The tax office tells us of a settlement; the signature is the only key to this door."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from eok.core.access import Who, open_to
from eok.linkage import registry
from eok.linkage.errors import ForgedCallbackError
from eok.payments.actions.settle import hear


@csrf_exempt
@require_POST
@open_to(Who.MACHINE)
def tax_office_callback(request: HttpRequest) -> HttpResponse:
    """200 once it is written down (also the second time), 403 when the signature does not hold."""
    headers = dict(request.headers.items())
    try:
        settlement = registry.port("tax_office").read_callback(request.body, headers)
    except ForgedCallbackError as error:
        return JsonResponse({"error": error.message}, status=403)
    return JsonResponse({"settled": hear(settlement, source="callback")})
