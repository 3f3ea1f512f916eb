"""What can go wrong with money owed."""

from eok.core.errors import ConflictError, InvalidError, NotFoundError


class TaxNotFoundError(NotFoundError):
    def __init__(self) -> None:
        super().__init__("이 민원에는 낼 등록면허세가 없습니다. 번호를 확인하거나 담당 부서에 물어봐 주세요.")


class TaxSettledError(ConflictError):
    def __init__(self) -> None:
        super().__init__(
            "이미 납부를 확인한 등록면허세입니다. 다시 적지 않아도 됩니다. 진행을 확인해 주세요."
        )


class WrongAmountError(InvalidError):
    def __init__(self, owed: int, paid: int) -> None:
        super().__init__(
            f"낸 금액({paid:,}원)이 낼 금액({owed:,}원)과 다릅니다. 기록하지 않았습니다. 영수증을 다시 확인해 주세요.",
            field="won",
        )


class FeeNotFoundError(NotFoundError):
    def __init__(self) -> None:
        super().__init__("이 민원에는 낼 수수료가 없습니다. 번호를 확인하거나 담당 부서에 물어봐 주세요.")


class FeeSettledError(ConflictError):
    def __init__(self) -> None:
        super().__init__(
            "이미 냈거나 내지 않아도 되는 수수료입니다. 다시 내지 않아도 됩니다. 진행을 확인해 주세요."
        )


class FeeBusyError(ConflictError):
    def __init__(self) -> None:
        super().__init__(
            "앞서 한 결제를 확인하고 있습니다. 두 번 내지 않도록 기다리는 중입니다. 잠시 뒤에 다시 봐 주세요."
        )


class TooMuchBackError(InvalidError):
    def __init__(self, most_won: int) -> None:
        super().__init__(
            f"돌려줄 수 있는 금액은 {most_won:,}원까지입니다. 아무것도 돌려주지 않았습니다. 금액을 다시 적어 주세요.",
            field="won",
        )
