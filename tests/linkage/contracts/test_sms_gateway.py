"""What every SmsGateway does: takes a message once per key and knows what became of it."""

from uuid import uuid4

from eok.linkage.ports import OutgoingSms, SmsGateway, SmsState


def message() -> OutgoingSms:
    return OutgoingSms(key=str(uuid4()), to="010-0000-0001", text="접수되었어요.")


def test_the_same_key_is_one_message(sms_gateway: SmsGateway) -> None:
    once = message()

    first, again = sms_gateway.send(once), sms_gateway.send(once)

    assert first.provider_id == again.provider_id
    assert first.accepted_at.tzinfo is not None


def test_knows_what_became_of_it_or_leaves_it_to_an_officer(sms_gateway: SmsGateway) -> None:
    sent = message()

    receipt = sms_gateway.send(sent)
    state = sms_gateway.outcome(sent.key).state

    assert (state is SmsState.BY_HAND) == receipt.by_hand
    assert state is not SmsState.UNKNOWN


def test_says_when_it_never_saw_a_key(sms_gateway: SmsGateway) -> None:
    assert sms_gateway.outcome("never-sent").state in (SmsState.UNKNOWN, SmsState.BY_HAND)


def test_the_check_passes_on_a_good_rig(sms_gateway: SmsGateway) -> None:
    sms_gateway.check()
