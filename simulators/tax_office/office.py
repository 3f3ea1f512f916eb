"""The tax office: bills, payments, licence notices (지방세법 §35①, §38의2)."""

from datetime import timedelta

from simulators import clock
from simulators.http import Refused, Request, Response, Route, as_json, redirect
from simulators.page import choice
from simulators.server import Options
from simulators.shared_secret import require_caller
from simulators.simulator import Simulator
from simulators.store import Store
from simulators.tax_office import pages
from simulators.tax_office.bills import Bills, status
from simulators.tax_office.courier import SETTLEMENTS, Courier

NEVER = timedelta(days=36500)


class Office(Simulator):
    name = "tax_office"
    title = "시험용 세무 시스템"

    def __init__(self, options: Options) -> None:
        super().__init__(Store(options.state))
        self._base = options.base_url
        self._secret = options.secret
        self._courier = Courier(options.callback_url, options.secret)
        self._bills = Bills(self.store)
        self._settle = "once"

    def routes(self) -> list[Route]:
        return [
            Route("GET", "/account", self._account),
            Route("POST", "/demands", self._demand),
            Route("GET", "/bills/{no}", self._status),
            Route("DELETE", "/bills/{no}", self._cancel),
            Route("POST", "/licences", self._notice),
            Route("GET", "/licences", self._notices),
            Route("POST", "/closures", self._closure),
            Route("GET", "/closures", self._closures),
            Route("GET", "/pay/{no}", self._due),
            Route("POST", "/pay/{no}", self._pay),
        ]

    def about(self) -> str:
        return pages.overview(self._bills.everything())

    def knobs(self) -> str:
        return choice("settle", "납부 알림", SETTLEMENTS, self._settle)

    def control(self, wanted: dict[str, object]) -> dict[str, object]:
        if wanted.get("reset"):
            self._settle = "once"
        settle = str(wanted.pop("settle", self._settle))
        if settle not in SETTLEMENTS:
            raise Refused(422, f"모르는 납부 알림입니다: {settle}")
        self._settle = settle
        if "callback_url" in wanted:
            self._courier = Courier(str(wanted.pop("callback_url")), self._secret)
        return {**super().control(wanted), "settle": settle, "callback_url": self._courier.url}

    def _account(self, request: Request) -> Response:
        require_caller(self._secret, request)
        return as_json({"name": "시험용 민원센터"})

    def _demand(self, request: Request) -> Response:
        require_caller(self._secret, request)
        return self.modes.carry_out(lambda: self._opened(request))

    def _opened(self, request: Request) -> Response:
        bill, new = self._bills.demand(request.key(), request.json())
        no, asked = bill["bill_no"], bill["asked"]
        said = {
            "bill_no": no,
            "won": asked["won"],
            "due_on": asked["due_on"],
            "pay_url": f"{self._base}/pay/{no}",
        }
        return as_json({**said, "new": new}, 201)

    def _status(self, request: Request, no: str) -> Response:
        require_caller(self._secret, request)
        return self.modes.carry_out(lambda: as_json(status(self._bills.find(no))))

    def _cancel(self, request: Request, no: str) -> Response:
        require_caller(self._secret, request)
        return self.modes.carry_out(lambda: as_json(status(self._bills.cancel(no))))

    def _notice(self, request: Request) -> Response:
        require_caller(self._secret, request)
        return self.modes.carry_out(
            lambda: as_json({"notice_no": self._bills.notice(request.key(), request.json())}, 202)
        )

    def _notices(self, request: Request) -> Response:
        require_caller(self._secret, request)
        return as_json(self._bills.notices())

    def _closure(self, request: Request) -> Response:
        require_caller(self._secret, request)
        return self.modes.carry_out(
            lambda: as_json({"notice_no": self._bills.closure(request.key(), request.json())}, 202)
        )

    def _closures(self, request: Request) -> Response:
        require_caller(self._secret, request)
        return as_json(self._bills.closures())

    def _due(self, request: Request, no: str) -> Response:
        bill, back = self._bills.find(no), request.query.get("back", "")
        body = pages.due(bill, back) if bill["state"] == "pending" else pages.settled(bill, back)
        return self.html("시험용 세금 내기", body)

    def _pay(self, request: Request, no: str) -> Response:
        """Polling shows the payment at once, later (early word) or never (lost)."""
        hidden = {"early": timedelta(seconds=self.modes.seconds), "lost": NEVER}
        first = self._bills.find(no)["state"] == "pending"
        paid = self._bills.pay(no, shown_from=clock.now() + hidden.get(self._settle, timedelta()))
        if first:
            self._courier.tell(paid, self._settle, self.modes.seconds)
        back = request.form().get("back", "")
        return redirect(f"/pay/{no}", {"back": back} if back else None)
