"""No outside system is connected: an officer does by hand what the system would, and records the proof.

With these a district works on the first day, without any contract. Each answer says `by_hand`, so that
screens can tell an officer what to do.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Self

from eok.core import clock
from eok.linkage import ports
from eok.linkage.errors import CounterOnlyError, ForgedCallbackError

COUNTER = (
    "누리집에서 본인확인을 할 수 없습니다. 본인확인 기관이 아직 연결되지 않았습니다. "
    "신분증을 가지고 구청 민원실에 오시거나 전화로 물어봐 주세요."
)
AT_COUNTER = (
    "누리집에서 수수료를 낼 수 없습니다. 전자결제가 아직 연결되지 않았습니다. "
    "구청 민원실에서 현금, 카드, 수입증지로 내 주세요."
)
LOOK_UP = (
    "행정정보 공동이용 화면에서 직접 조회해 주세요. "
    "본 내용과 조회한 곳, 날짜와 시각, 조회번호를 이 사건에 기록해 주세요."
)


class _Manual:
    """Needs no settings, and there is nothing to try."""

    @classmethod
    def from_settings(cls) -> Self:
        return cls()

    def check(self) -> None:
        return


class Identity(_Manual, ports.IdentityProvider):
    """Nobody vouches on the internet; the counter checks the 신분증 (전자정부법 §10)."""

    def begin(
        self,
        *,
        state: str,
        nonce: str,
        code_verifier: str,
        redirect_uri: str,
        acr: ports.Acr,
        login_hint: str | None = None,
    ) -> str:
        raise CounterOnlyError("identity", COUNTER)

    def finish(
        self,
        *,
        code: str,
        code_verifier: str,
        nonce: str,
        redirect_uri: str,
        acr: ports.Acr = ports.Acr.SIGN_IN,
    ) -> ports.Identity:
        raise CounterOnlyError("identity", COUNTER)

    def sign_out(self, *, assertion: str, back_to: str) -> str | None:
        return None


class Sms(_Manual, ports.SmsGateway):
    """The message stays in the list of messages to be sent by an officer."""

    def send(self, message: ports.OutgoingSms) -> ports.SmsReceipt:
        return ports.SmsReceipt(provider_id="", accepted_at=clock.now(), by_hand=True)

    def outcome(self, key: str) -> ports.SmsOutcome:
        return ports.SmsOutcome(ports.SmsState.BY_HAND)


class TaxOffice(_Manual, ports.TaxOffice):
    """The person pays outside; an officer records place, amount, date and class (지방세법 시행령 §52①)."""

    def demand(self, demand: ports.TaxDemand) -> ports.TaxBill:
        return ports.TaxBill(None, demand.won, demand.due_on, pay_url=None, by_hand=True)

    def status(self, bill_no: str) -> ports.TaxStatus:
        return ports.TaxStatus(ports.TaxState.PENDING, by_hand=True)

    def cancel(self, bill_no: str) -> ports.TaxStatus:
        return ports.TaxStatus(ports.TaxState.PENDING, by_hand=True)

    def notify_licence(self, notice: ports.LicenceNotice) -> ports.NoticeReceipt:
        """The paper form is sent: 지방세법 시행규칙 별지 제19호서식 (지방세법 §38의2①)."""
        return ports.NoticeReceipt(None, by_hand=True)

    def hand_over_closure(self, report: ports.ClosureReport) -> ports.NoticeReceipt:
        """The form is sent by official mail: 부가가치세법 시행규칙 별지 제9호서식 (식품위생법 시행규칙 §44②)."""
        return ports.NoticeReceipt(None, by_hand=True)

    def read_callback(self, body: bytes, headers: Mapping[str, str]) -> ports.TaxSettlement:
        """Nobody is connected, so nobody can be calling."""
        raise ForgedCallbackError("tax_office")


class Payments(_Manual, ports.PaymentGateway):
    """Paid at the counter; an officer records way, number, day and place (민원처리법 §29)."""

    connected = False

    def open(self, checkout: ports.Checkout) -> ports.OpenedCheckout:
        raise CounterOnlyError("payments", AT_COUNTER)

    def confirm(self, *, payment_key: str, order_no: str, won: int, key: str) -> ports.PaymentSaid:
        raise CounterOnlyError("payments", AT_COUNTER)

    def status(self, order_no: str) -> ports.PaymentSaid | None:
        raise CounterOnlyError("payments", AT_COUNTER)

    def cancel(self, *, payment_key: str, won: int, reason: str, key: str) -> ports.PaymentSaid:
        raise CounterOnlyError("payments", AT_COUNTER)

    def transactions(self, since: datetime, until: datetime) -> tuple[ports.Transaction, ...]:
        return ()

    def read_webhook(self, body: bytes, headers: Mapping[str, str]) -> ports.PaymentHint:
        """Nobody is connected, so nobody can be calling."""
        raise ForgedCallbackError("payments")


class SharedRecords(_Manual, ports.SharedRecords):
    """An officer looks it up in the national system (전자정부법 §36①)."""

    def look_up(self, lookup: ports.Lookup) -> ports.RecordByHand:
        return ports.RecordByHand(LOOK_UP)


class Addresses(_Manual, ports.AddressSearch):
    """Nothing is found; the address is typed."""

    hint = "주소 찾기가 연결되지 않았어요. 도로명주소를 직접 적어 주세요."
    connected = False

    def search(self, words: str, page: int = 1) -> list[ports.Address]:
        return []


class Buildings(_Manual, ports.BuildingRegister):
    """Nobody is asked; who wants to know asks the department (건축법 §38①)."""

    connected = False

    def floors(self, lot: ports.Lot) -> ports.BuildingFound | None:
        return None
