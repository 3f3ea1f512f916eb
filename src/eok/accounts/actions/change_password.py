"""An officer takes another password. Whoever calls has asked for the present one (`open_desk.prove`)."""

from django.db import transaction
from django.db.models import F

from eok.accounts import passwords
from eok.accounts.errors import InvalidPasswordError
from eok.accounts.models import Officer
from eok.core.errors import ConflictError


@transaction.atomic
def change_password(officer: Officer, *, new: str, again: str) -> Officer:
    """The officer as they are from here on: every session of before is over.

    Raises InvalidPasswordError, ConflictError when it was changed elsewhere at the same time.
    """
    passwords.require_new(new, again, about=(officer.login, officer.name))
    if passwords.matches(new, officer.password):
        raise InvalidPasswordError(
            "지금 쓰는 비밀번호와 같습니다. 바꾸지 않았습니다. 다른 비밀번호를 적어 주세요."
        )
    unchanged = Officer.objects.filter(pk=officer.pk, epoch=officer.epoch)
    if unchanged.update(password=passwords.hashed(new), epoch=F("epoch") + 1) != 1:
        raise ConflictError(
            "그사이 다른 곳에서 비밀번호가 바뀌었습니다. 여기에서는 바꾸지 않았습니다. 다시 로그인해 확인해 주세요."
        )
    officer.refresh_from_db()
    return officer
