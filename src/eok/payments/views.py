"""Outside systems tell us of payments: the tax office's signature is the key to its door; a gateway's word is a hint."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from eok.core.access import Who, open_to
from eok.linkage import registry
from eok.linkage.errors import ForgedCallbackError
from eok.payments.actions.confirm import hint
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


@csrf_exempt
@require_POST
@open_to(Who.MACHINE)
def gateway_webhook(request: HttpRequest) -> HttpResponse:
    """200 for every message of its shape, also for orders that are not ours: nobody signs these, so nothing is believed.

    All it does is to have the gateway asked, soon and once a minute at most.
    """
    try:
        said = registry.port("payments").read_webhook(request.body, dict(request.headers.items()))
    except ForgedCallbackError as error:
        return JsonResponse({"error": error.message}, status=403)
    hint(said.order_no)
    return JsonResponse({"heard": True})
