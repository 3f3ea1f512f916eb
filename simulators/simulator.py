"""What all simulators have: health, a page about themselves, and a control desk for failures."""

from html import escape

from simulators.http import Refused, Request, Response, Route, as_html, as_json, redirect
from simulators.modes import WORDS, Modes
from simulators.page import choice, frame
from simulators.store import Store


class Simulator:
    """Override: `name`, `title`, `protocol`, `routes`, and `about`, `control` where there is more to show or set."""

    name = ""
    title = ""
    protocol = "assumed"

    def __init__(self, store: Store) -> None:
        self.store = store
        self.modes = Modes()

    def routes(self) -> list[Route]:
        return []

    def about(self) -> str:
        """HTML of the front page, above the controls."""
        return ""

    def knobs(self) -> str:
        """HTML of further controls."""
        return ""

    def control(self, wanted: dict[str, object]) -> dict[str, object]:
        """Set what was asked for; returns all settings. Unknown names are refused."""
        if wanted.pop("reset", None):
            self.store.clear()
            self.modes = Modes()
        mode, seconds = wanted.pop("mode", None), wanted.pop("seconds", None)
        self.modes.set(None if mode is None else str(mode), None if seconds is None else _number(seconds))
        if wanted:
            raise Refused(422, f"모르는 설정입니다: {', '.join(wanted)}")
        return {"mode": self.modes.mode, "seconds": self.modes.seconds}

    def answer(self, request: Request) -> Response:
        """What the route's handler says; a refusal is a page for people and JSON for programs."""
        try:
            return self._follow(request)
        except Refused as refused:
            if not request.wants_page:
                return as_json({"error": refused.reason}, refused.status)
            body = f"<h1>계속할 수 없어요</h1><p>{escape(refused.reason)}</p><p>앞 화면으로 돌아가 다시 해 주세요.</p>"
            return self.html("계속할 수 없어요", body, refused.status)

    def _follow(self, request: Request) -> Response:
        """HEAD is answered as GET."""
        method = "GET" if request.method == "HEAD" else request.method
        known = False
        for route in [*self._common(), *self.routes()]:
            parts = route.matches(request.path)
            if parts is None:
                continue
            known = True
            if route.method == method:
                return route.handler(request, **parts)
        raise Refused(405 if known else 404, "그런 주소나 방법은 없습니다.")

    def html(
        self, title: str, body: str, status: int = 200, headers: dict[str, str] | None = None
    ) -> Response:
        return as_html(frame(title, self.protocol, body), status, headers)

    def _common(self) -> list[Route]:
        return [
            Route("GET", "/healthz", self._healthz),
            Route("GET", "/", self.front),
            Route("POST", "/control", self._control),
        ]

    def _healthz(self, request: Request) -> Response:
        return as_json({"ok": True, "simulator": self.name, "protocol": self.protocol})

    def front(self, request: Request) -> Response:
        """The page at `/`."""
        return self.html(
            self.title, f"<h1>{escape(self.title)}</h1>{self.about()}<h2>장애 흉내</h2>{self.desk()}"
        )

    def desk(self) -> str:
        """The form that sets modes."""
        return (
            '<form method="post" action="/control">'
            + choice("mode", "응답 방식", WORDS, self.modes.mode)
            + self.knobs()
            + '<div class="actions"><button class="main">바꾸기</button></div></form>'
        )

    def _control(self, request: Request) -> Response:
        if request.is_form:
            self.control(dict(request.form()))
            return redirect("/")
        return as_json(self.control(request.json()))


def _number(value: object) -> float:
    try:
        return float(str(value))
    except ValueError:
        raise Refused(422, "초는 숫자여야 합니다.") from None
