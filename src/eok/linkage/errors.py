"""What can go wrong between us and an outside system, for code (the class) and for people (the sentence)."""

from typing import Self

from eok.core.errors import EokError


class LinkageError(EokError):
    """The outside system did not do what was asked; nothing happened there, or nothing that counts."""

    status = 503

    def __init__(self, system: str, message: str, retryable: bool) -> None:
        super().__init__(message)
        self.system = system
        """Name of the port: identity, sms, tax_office, payments, shared_records, addresses."""
        self.retryable = retryable
        """The same call may succeed later without anybody mending anything."""


class OutcomeUnknownError(LinkageError):
    """It was sent but not answered: it may have happened. Ask for the outcome before sending again."""

    def __init__(self, system: str, message: str) -> None:
        super().__init__(system, message, retryable=True)


class CounterOnlyError(LinkageError):
    """No outside system is connected; the person can do it at the counter."""

    def __init__(self, system: str, message: str) -> None:
        super().__init__(system, message, retryable=False)


class PaymentRefusedError(LinkageError):
    """The gateway said no and took nothing; the person may try another way."""

    status = 409

    def __init__(self, code: str) -> None:
        super().__init__(
            "payments",
            "결제가 되지 않았습니다. 빠져나간 돈은 없습니다. 다른 카드로 다시 하거나 나중에 내 주세요.",
            retryable=False,
        )
        self.code = code
        """The gateway's word for why, e.g. REJECT_CARD_PAYMENT."""


class IdentityRefusedError(LinkageError):
    """The provider did not vouch for the person, or its word does not hold; nobody is signed in."""

    status = 403

    def __init__(self, message: str) -> None:
        super().__init__("identity", message, retryable=False)

    @classmethod
    def because(cls, error: str) -> Self:
        """From the `error` a provider answers or sends the person back with (RFC 6749 §4.1.2.1)."""
        return cls(_REFUSALS.get(error, _REFUSALS["server_error"]))


_REFUSALS = {
    "access_denied": "본인확인을 취소했습니다. 적은 내용은 그대로 있습니다. 계속하려면 본인확인을 다시 해 주세요.",
    "invalid_grant": "본인확인 시간이 지났거나 이미 쓴 확인입니다. 적은 내용은 그대로 있습니다. 다시 해 주세요.",
    "server_error": "본인확인 기관에서 확인을 마치지 못했습니다. 적은 내용은 그대로 있습니다. 잠시 뒤에 다시 해 주세요.",
}


class ForgedCallbackError(LinkageError):
    """A message claims to come from the outside system and can't prove it, or is too old. Never act on it."""

    status = 403

    def __init__(self, system: str) -> None:
        super().__init__(
            system,
            "받은 알림의 서명이 맞지 않습니다. 바깥 시스템이 보낸 것으로 볼 수 없어 처리하지 않았습니다. "
            "보낸 쪽의 시각과 서명 비밀값을 확인해 주세요.",
            retryable=False,
        )
