"""The ledger of bills. A key makes one bill; a payment makes one receipt number."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from simulators import clock
from simulators.http import Refused
from simulators.store import Data, Store

FIELDS = ("payer_name", "payer_id_hint", "licence", "class", "won", "due_on", "place")


@dataclass(frozen=True)
class Paid:
    bill_no: str
    receipt_no: str
    paid_at: datetime
    won: int


class Bills:
    def __init__(self, store: Store) -> None:
        self._store = store

    def demand(self, key: str, wanted: dict[str, Any]) -> tuple[dict[str, Any], bool]:
        """The bill of the key, and whether it is new. Raises Refused (409) when the key meant another demand."""
        asked = {name: wanted.get(name) for name in FIELDS}
        if not isinstance(asked["won"], int) or asked["won"] <= 0 or asked["class"] not in (1, 2, 3, 4, 5):
            raise Refused(422, "세액이나 종별이 알맞지 않습니다.")
        if not _is_date(asked["due_on"]):
            raise Refused(422, "납부기한이 날짜가 아닙니다.")
        with self._store.change() as data:
            no = data.setdefault("by_key", {}).get(key)
            if no is None:
                return _opened(data, key, asked), True
            bill = _bill(data, no)
        if bill["asked"] != asked:
            raise Refused(409, "같은 key로 다른 고지를 요청했습니다.")
        return bill, False

    def find(self, no: str) -> dict[str, Any]:
        with self._store.view() as data:
            return dict(_bill(data, no))

    def everything(self) -> list[dict[str, Any]]:
        with self._store.view() as data:
            return list(data.get("bills", {}).values())

    def pay(self, no: str, *, shown_from: datetime) -> Paid:
        """Pay what is owed; polling shows it from that instant on. Paying again gives the same receipt."""
        with self._store.change() as data:
            bill = _bill(data, no)
            if bill["state"] == "cancelled":
                raise Refused(409, "취소된 고지입니다.")
            if bill["state"] == "pending":
                number = data["payments"] = data.get("payments", 0) + 1
                bill.update(
                    state="paid",
                    paid_at=clock.now().isoformat(),
                    receipt_no=f"R{number:08d}",
                    shown_from=shown_from.isoformat(),
                )
            return Paid(no, bill["receipt_no"], datetime.fromisoformat(bill["paid_at"]), bill["asked"]["won"])

    def cancel(self, no: str) -> dict[str, Any]:
        """An unpaid bill is cancelled; a paid one stays as it is."""
        with self._store.change() as data:
            bill = _bill(data, no)
            if bill["state"] == "pending":
                bill["state"] = "cancelled"
            return dict(bill)

    def notice(self, key: str, wanted: dict[str, Any]) -> str:
        """Number of the licence notice; one per key."""
        with self._store.change() as data:
            notices = data.setdefault("notices", {})
            if key not in notices:
                notices[key] = {"notice_no": f"N{len(notices) + 1:08d}", **wanted}
            number: str = notices[key]["notice_no"]
            return number

    def closure(self, key: str, wanted: dict[str, Any]) -> str:
        """Number of a 폐업신고 that was sent on; one per key. Of its form the size is kept."""
        form = [len(str(one.get("content", ""))) for one in wanted.pop("form", [])]
        with self._store.change() as data:
            closures = data.setdefault("closures", {})
            if key not in closures:
                closures[key] = {"notice_no": f"C{len(closures) + 1:08d}", **wanted, "form": form}
            number: str = closures[key]["notice_no"]
            return number

    def closures(self) -> list[dict[str, Any]]:
        with self._store.view() as data:
            return list(data.get("closures", {}).values())

    def notices(self) -> list[dict[str, Any]]:
        with self._store.view() as data:
            return list(data.get("notices", {}).values())


def status(bill: dict[str, Any]) -> dict[str, Any]:
    """The bill as polling shows it: a payment that is not posted yet does not show."""
    if bill["state"] == "paid" and datetime.fromisoformat(bill["shown_from"]) > clock.now():
        return {"state": "pending"}
    if bill["state"] != "paid":
        return {"state": bill["state"]}
    return {
        "state": "paid",
        "paid_at": bill["paid_at"],
        "receipt_no": bill["receipt_no"],
        "won": bill["asked"]["won"],
    }


def _opened(data: Data, key: str, asked: dict[str, Any]) -> dict[str, Any]:
    """19 digits like a real 전자납부번호; the leading nines say that it is none."""
    number = len(data["by_key"]) + 1
    no = f"99999{number:014d}"
    data["by_key"][key] = no
    bill = data.setdefault("bills", {})[no] = {"bill_no": no, "asked": asked, "state": "pending"}
    return dict(bill)


def _is_date(value: object) -> bool:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return True


def _bill(data: Data, no: str) -> dict[str, Any]:
    found: dict[str, Any] | None = data.get("bills", {}).get(no)
    if found is None:
        raise Refused(404, "그런 전자납부번호는 없습니다.")
    return found
