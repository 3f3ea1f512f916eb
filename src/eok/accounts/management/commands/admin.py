"""`./eok admin`: who may work at the desk (전자정부법 §34). Passwords are never typed here: a link opens once."""

import json
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from eok.accounts import admin_rights, queries, roles
from eok.accounts.actions import invite
from eok.accounts.models import Officer
from eok.accounts.roles import Role
from eok.core import clock
from eok.core.errors import EokError
from eok.offices import queries as offices

GRANTABLE = [role.value for role in Role]


class Command(BaseCommand):
    help = "업무담당자를 만들고, 보고, 막고, 다시 준비하게 합니다"

    def add_arguments(self, parser: ArgumentParser) -> None:
        verbs = parser.add_subparsers(
            dest="verb", required=True, metavar="create|list|disable|reset|grant|confirm|revoke|rights"
        )
        create = verbs.add_parser("create", help="만들고 한 번 쓰는 주소를 보여 줍니다")
        for name, says in (
            ("--login", "들어올 때 쓸 아이디: 영문 소문자로 시작해 소문자·숫자·점·줄표로 3자 이상 40자 아래"),
            ("--name", "이름. 사건과 기록에 담당자로 나옵니다"),
            ("--department", f"부서. 다음 가운데 하나: {_departments()}"),
        ):
            create.add_argument(name, required=True, help=says)
        create.add_argument(
            "--role", required=True, action="append", choices=GRANTABLE, help="여러 번 쓸 수 있음"
        )
        create.add_argument("--title", default="주무관", help="직급")
        create.add_argument("--phone", default="", help="업무 전화")
        create.add_argument("--service", default=roles.EVERY_SERVICE, help="민원사무 하나만 맡을 때 그 id")
        listing = verbs.add_parser("list", help="모두 보여 줍니다")
        listing.add_argument("--json", action="store_true")
        for verb, says in (
            ("disable", "들어오지 못하게 하고 권한을 끝냅니다"),
            ("reset", "비밀번호와 인증 앱을 새로 정하게 합니다"),
        ):
            verbs.add_parser(verb, help=says).add_argument("login")
        admin_rights.add_arguments(verbs)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["verb"] in admin_rights.VERBS:
                self.stdout.write(admin_rights.VERBS[options["verb"]](options))
            else:
                getattr(self, f"_{options['verb']}")(options)
        except EokError as error:
            raise CommandError(str(error)) from error

    def _create(self, options: dict[str, Any]) -> None:
        wanted = invite.NewOfficer(
            login=options["login"],
            name=options["name"],
            title=options["title"],
            department=options["department"],
            roles=tuple(dict.fromkeys(Role(role) for role in options["role"])),
            phone=options["phone"],
            service_id=options["service"],
        )
        officer = invite.create(wanted, by=None)
        self._show_link(officer, invite.invite(officer))

    def _list(self, options: dict[str, Any]) -> None:
        lines = [_line(officer) for officer in Officer.objects.order_by("pk")]
        if options["json"]:
            self.stdout.write(json.dumps(lines, ensure_ascii=False))
            return
        for line in lines:
            state = "" if line["active"] else " (막힘)"
            self.stdout.write(
                f"{line['login']}\t{line['name']} {line['title']}\t{line['department']}\t{', '.join(line['roles'])}{state}"
            )

    def _disable(self, options: dict[str, Any]) -> None:
        officer = _officer(options["login"])
        invite.disable(officer)
        self.stdout.write(
            f"{officer}은(는) 이제 들어올 수 없습니다. 열린 화면도 닫혔고 권한도 모두 끝났습니다."
        )

    def _reset(self, options: dict[str, Any]) -> None:
        officer = _officer(options["login"])
        self._show_link(officer, invite.reset(officer))

    def _show_link(self, officer: Officer, token: str) -> None:
        address = f"{settings.EOK_DESK_URL}/desk/setup/{token}/"
        self.stdout.write(
            f"{officer}에게 아래 주소를 직접 전해 주세요. 한 번만 열리고 {invite.LINK_HOURS}시간 뒤에 닫힙니다.\n{address}"
        )


def _departments() -> str:
    """Key and name of each department of today."""
    today = clock.seoul_now().date()
    return ", ".join(f"{one.key}({one.name})" for one in offices.departments(today)).replace("%", "%%")


def _officer(login: str) -> Officer:
    found = Officer.objects.filter(login=login).first()
    if found is None:
        raise CommandError(
            f"아이디 {login}인 사람이 없습니다. 바꾼 것이 없습니다. ./eok admin list로 확인해 주세요."
        )
    return found


def _line(officer: Officer) -> dict[str, Any]:
    held = queries.roles_of(officer, clock.seoul_now().date())
    return {
        "login": officer.login,
        "name": officer.name,
        "title": officer.title,
        "department": officer.department,
        "roles": sorted(held),
        "active": officer.active,
        "demonstration": officer.demonstration,
        "ready": bool(officer.password),
    }
