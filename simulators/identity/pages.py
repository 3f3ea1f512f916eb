"""What the person sees: choose who to be, or sign; works by keyboard, without scripts, at 360 px."""

from collections.abc import Mapping
from html import escape

from simulators.identity.people import Person
from simulators.identity.requests import Asked

FIELDS = (
    ("name", "이름", "text", "name", "text"),
    ("birth_date", "생년월일", "text", "bday", "numeric"),
    ("phone", "휴대전화 번호", "tel", "tel", "tel"),
)
HINTS = {"birth_date": "1985-04-12처럼 적어 주세요.", "phone": "010-0000-0000처럼 적어 주세요."}


def choose(
    asked: Asked,
    request: str,
    people: Mapping[str, Person],
    typed: Mapping[str, str],
    wrong: Mapping[str, str],
) -> tuple[str, str]:
    """Title and body of the page."""
    hidden = f'<input type="hidden" name="request" value="{escape(request)}">'
    hinted = people.get(asked.login_hint)
    others = [p for p in people.values() if p != hinted] if asked.signing else list(people.values())
    title = "이 내용에 서명합니다" if asked.digest else "시험용 간편인증"
    body = [_summary(wrong), f"<h1>{title}</h1>", _signing(asked) if asked.digest else _signing_in()]
    if asked.signing and hinted:
        words = "서명하기" if asked.digest else "계속하기"
        body.append(_buttons([hinted], hidden, f"{hinted.name} 이름으로 {words}", main=True))
        body.append("<h2>다른 사람으로 해 보기</h2><p>누리집이 거절하는지 볼 때 써요.</p>")
    body += [_buttons(others, hidden), _free(hidden, typed, wrong), _cancel(hidden)]
    return title, "".join(body)


def expired(back: str) -> tuple[str, str]:
    body = (
        "<h1>시간이 지났어요</h1><p>이 화면은 더 쓸 수 없어요. 아무것도 보내지 않았고, 적은 내용은 누리집에 그대로 있어요. "
        f'누리집으로 돌아가 다시 해 주세요.</p><p><a class="button main" href="{escape(back)}">누리집으로 돌아가기</a></p>'
    )
    return "시간이 지났어요", body


def _signing_in() -> str:
    return '<p class="lead">누구로 들어갈까요? 모두 꾸며 낸 사람이에요.</p>'


def _signing(asked: Asked) -> str:
    digits = " ".join(asked.digest[i : i + 4] for i in range(0, 12, 4))
    return (
        '<div class="note"><p>서명할 내용의 확인번호 앞자리예요. 누리집 화면의 번호와 같은지 봐 주세요.</p>'
        f'<p class="digits">{digits} …</p></div>'
    )


def _buttons(people: list[Person], hidden: str, words: str = "", *, main: bool = False) -> str:
    look = ' class="main"' if main else ""
    items = "".join(
        f'<li><button{look} name="person" value="{escape(p.subject)}">{escape(words or p.name)}'
        + (
            ""
            if main
            else f"<small>{escape(p.about)} · {p.birth_date.year}년생 · <span class='whole'>{p.phone}</span></small>"
        )
        + "</button></li>"
        for p in people
    )
    return f'<form method="post" action="/authorize">{hidden}<ul class="people">{items}</ul></form>'


def _free(hidden: str, typed: Mapping[str, str], wrong: Mapping[str, str]) -> str:
    inputs = "".join(_field(*field, typed, wrong) for field in FIELDS)
    return (
        f'<h2>다른 사람</h2><form method="post" action="/authorize" novalidate>{hidden}{inputs}'
        '<div class="actions"><button name="person" value="typed">이 사람으로 하기</button></div></form>'
    )


def _field(
    name: str,
    label: str,
    kind: str,
    complete: str,
    keys: str,
    typed: Mapping[str, str],
    wrong: Mapping[str, str],
) -> str:
    parts = [f'<label for="{name}">{label}</label>']
    described = []
    if name in HINTS:
        parts.append(f'<p id="{name}-hint" class="hint">{HINTS[name]}</p>')
        described.append(f"{name}-hint")
    if name in wrong:
        described.append(f"{name}-error")
    marks = f' aria-describedby="{" ".join(described)}"' if described else ""
    marks += ' aria-invalid="true"' if name in wrong else ""
    value = escape(typed.get(name, ""))
    parts.append(
        f'<input id="{name}" name="{name}" type="{kind}" autocomplete="{complete}" inputmode="{keys}" '
        f'value="{value}"{marks}>'
    )
    if name in wrong:
        parts.append(f'<p id="{name}-error" class="error">{escape(wrong[name])}</p>')
    return "".join(parts)


def _summary(wrong: Mapping[str, str]) -> str:
    if not wrong:
        return ""
    links = "".join(f'<li><a href="#{name}">{escape(text)}</a></li>' for name, text in wrong.items())
    return (
        '<div class="summary" role="alert" tabindex="-1" autofocus aria-labelledby="wrong">'
        f'<p id="wrong"><strong>고칠 곳이 {len(wrong)}군데 있어요</strong></p><ul>{links}</ul></div>'
    )


def _cancel(hidden: str) -> str:
    return (
        f'<form method="post" action="/authorize">{hidden}<div class="actions">'
        '<button name="cancel" value="1">취소하고 누리집으로 돌아가기</button></div></form>'
    )
