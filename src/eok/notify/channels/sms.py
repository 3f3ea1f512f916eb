"""SMS through the gateway the district configured (`EOK_SMS`)."""

from eok.accounts.queries import Profile
from eok.linkage import errors, registry
from eok.linkage.ports import OutgoingSms, SmsState
from eok.notify.channels.base import DeliveryError, OutcomeUnknownError, Outgoing, Receipt

STATES = {
    SmsState.UNKNOWN: "unknown",
    SmsState.ACCEPTED: "sent",
    SmsState.DELIVERED: "delivered",
    SmsState.FAILED: "failed",
    SmsState.BY_HAND: "by_hand",
}


class Sms:
    name = "sms"

    def address(self, profile: Profile) -> str:
        return profile.phone

    def deliver(self, message: Outgoing) -> Receipt:
        try:
            receipt = registry.port("sms").send(OutgoingSms(message.key, message.to, message.text))
        except errors.OutcomeUnknownError as error:
            raise OutcomeUnknownError(error.message) from error
        except errors.LinkageError as error:
            raise DeliveryError(error.message, permanent=not error.retryable) from error
        return Receipt(receipt.provider_id, "by_hand" if receipt.by_hand else "sent")

    def outcome(self, key: str) -> str:
        return STATES[registry.port("sms").outcome(key).state]
