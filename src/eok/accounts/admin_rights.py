"""`./eok admin grant|confirm|revoke|rights`: rights at the machine's command line, where two people stand together.

Here the first operator gets in, and what only one operator is left for can be confirmed. Who gave it reads 운영 명령.
"""

import json
from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from eok.accounts import rights, roles
from eok.accounts.actions import rights as actions
from eok.accounts.actions.rights import Right
from eok.accounts.errors import RightError
from eok.accounts.models import Grant, Officer
from eok.accounts.roles import Role
from eok.core import clock
from eok.core.errors import NotFoundError

Options = Mapping[str, Any]  # Any: as argparse gives them


def add_arguments(verbs: Any) -> None:  # Any: argparse names no type for its subparsers
    grant: ArgumentParser = verbs.add_parser("grant", help="권한을 줍니다")
    grant.add_argument("login")
    grant.add_argument("--role", required=True, choices=[role.value for role in Role])
    grant.add_argument("--department", default="", help="비우면 그 직원의 부서")
    grant.add_argument("--service", default=roles.EVERY_SERVICE, help="민원사무 하나만 맡을 때 그 id")
    grant.add_argument("--from", dest="from_on", type=_day, help="첫날 2026-12-01(비우면 오늘)")
    grant.add_argument("--to", dest="to_on", type=_day, help="마지막 날(비우면 정하지 않음)")
    grant.add_argument("--reason", required=True, help="까닭")
    grant.add_argument("--document", default="", help="문서번호")
    for verb, says in (
        ("confirm", "운영자 권한을 두 번째 사람으로서 확인합니다"),
        ("revoke", "권한을 거둡니다"),
    ):
        verbs.add_parser(verb, help=says).add_argument("number", type=int, help="rights에 나오는 번호")
    verbs.choices["revoke"].add_argument("--reason", required=True, help="까닭")
    listing = verbs.add_parser("rights", help="누가 무슨 권한을 가졌는지 보여 줍니다")
    listing.add_argument("--all", action="store_true", help="끝난 것까지")
    listing.add_argument("--json", action="store_true")


def _grant(options: Options) -> str:
    officer = Officer.objects.filter(login=options["login"]).first()
    if officer is None:
        raise NotFoundError(
            f"아이디 {options['login']}인 사람이 없습니다. 주지 않았습니다. ./eok admin list로 확인해 주세요."
        )
    right = Right(
        Role(options["role"]),
        _department(options["department"] or officer.department),
        options["from_on"] or clock.seoul_now().date(),
        options["to_on"],
        options["service"],
    )
    given = actions.give(officer, right, by=None, reason=options["reason"], document_no=options["document"])
    return f"{officer}에게 권한 {given.pk}번을 주었습니다. 열린 화면은 닫혔고, 다시 들어오면 쓸 수 있습니다."


def _confirm(options: Options) -> str:
    actions.confirm(_of(options["number"]), by=None)
    return f"권한 {options['number']}번을 확인했습니다. 이제 쓸 수 있습니다."


def _revoke(options: Options) -> str:
    actions.end(_of(options["number"]), by=None, reason=options["reason"])
    return f"권한 {options['number']}번을 거두었습니다. 그 직원의 열린 화면도 닫혔습니다."


def _rights(options: Options) -> str:
    found = rights.listed(None, everything=options["all"])
    if options["json"]:
        return json.dumps([asdict(one) for one in found], ensure_ascii=False, default=_plain)
    lines = (
        f"{one.id}\t{one.login}\t{one.role}\t{one.department}\t{one.service}\t{one.from_on}~{one.to_on or ''}\t"
        f"{one.state}\t{one.given_by}\t{one.reason}"
        for one in found
    )
    return "\n".join(lines)


VERBS: Mapping[str, Callable[[Options], str]] = {
    "grant": _grant,
    "confirm": _confirm,
    "revoke": _revoke,
    "rights": _rights,
}


def _of(number: int) -> Grant:
    found = Grant.objects.select_related("officer").filter(pk=number).first()
    if found is None:
        raise NotFoundError(
            f"권한 {number}번이 없습니다. 바꾼 것이 없습니다. ./eok admin rights로 확인해 주세요."
        )
    return found


def _department(key: str) -> str:
    if rights.department_name(key) == key:
        raise RightError(
            f"부서 {key!r}이(가) 구의 부서 목록에 없습니다. 주지 않았습니다. 이름을 확인해 주세요."
        )
    return key


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
