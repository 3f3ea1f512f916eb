"""What keeps running and what got stuck: connections and time-outs of the server, work that was given up."""

from collections.abc import Iterator
from pathlib import Path

from eok.core.launch.doctor.finding import Finding

RESERVE = 10
"""Connections for commands, back-ups and whoever looks."""
DURABLE = {
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on remote_apply remote_write local",
}
"""Turned down, an acknowledged act may be lost at a power cut (docs/decisions/0029)."""


def examine() -> Iterator[Finding]:
    """Nothing where the database does not answer: that was said before."""
    from django.db import DatabaseError, connection

    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        return  # to ask would make the file
    try:
        if connection.vendor == "postgresql":
            yield _connections()
            yield _durability()
        yield _dead_letters()
    except DatabaseError:
        return


def _connections() -> Finding:
    from django.conf import settings

    from eok.core.postgresql.process import WEB, WORKER

    wanted = (settings.EOK_WORKERS + 1) * max(1, settings.EOK_DATABASE_POOL) + RESERVE
    most = int(_asked("SHOW max_connections"))
    text = (
        f"서버는 {most}개까지, 이 설치는 {wanted}개까지. 한 문장의 시간 제한은 웹 {WEB.statement}초, 일꾼 {WORKER.statement}초, "
        f"남의 자물쇠는 {WEB.lock}초, {WORKER.lock}초"
    )
    advice = "EOK_DATABASE_POOL이나 EOK_WORKERS를 줄이거나, 서버의 max_connections를 늘려 주세요."
    return Finding("자료 서버의 연결", wanted <= most, text, advice)


def _durability() -> Finding:
    down = [name for name, good in DURABLE.items() if _asked(f"SHOW {name}") not in good.split()]
    text = f"꺼져 있는 것: {', '.join(down)}" if down else "디스크에 내려간 뒤에 답합니다"
    advice = "서버의 postgresql.conf에서 켜 주세요. 꺼진 동안 접수한 것은 정전 때 잃을 수 있습니다."
    return Finding("자료 서버의 내구성", not down, text, advice)


def _dead_letters() -> Finding:
    from eok.core.models import Job

    dead = list(Job.objects.filter(dead=True).order_by("pk").values_list("name", "last_error"))
    if not dead:
        return Finding("포기한 일", True, "없습니다")
    name, error = dead[0]
    text = f"{len(dead)}건. 가장 오래된 것: {name} ({error[:120]})"
    advice = "docs/operations.md의 ‘무엇이 멈추면’을 보고 까닭을 고친 뒤 다시 하게 해 주세요."
    return Finding("포기한 일", False, text, advice, optional=True)


def _asked(question: str) -> str:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(question)
        return str(cursor.fetchone()[0])
