"""Where the resident reads of a case: an address of the public side, written also by processes of the desk.

Not by `reverse`: a process of one side does not know the addresses of the other (`EOK_ROLE`).
"""

from django.conf import settings

from eok.casework.models import Case


def of_case(case: Case) -> str:
    """`https://…/my/cases/<id>/`"""
    return f"{settings.EOK_BASE_URL}/my/cases/{case.pk}/"
