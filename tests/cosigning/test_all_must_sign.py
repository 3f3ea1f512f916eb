"""Not filed until all have signed what is filed; each sees exactly that, and nobody else does."""

import pytest
from django.test import Client

from eok.applications import cosigning
from eok.applications.actions.save import save_answers
from eok.applications.models import Application, Draft, SignatureRequest
from eok.casework import documents
from eok.casework import queries as casework
from eok.casework.models import Case
from eok.core import clock
from eok.notify.channels.base import Outgoing, Receipt
from eok.notify.channels.sms import Sms
from eok.trail.models import Reading
from tests import affairs
from tests.cosigning import two
from tests.desk.rooms import desk
from tests.portal import walking
from tests.portal.paper_drafts import pdf

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday", "handover")]


def change(draft: Draft, **answers: object) -> None:
    current = Draft.objects.get(pk=draft.pk)
    save_answers(draft_id=draft.pk, answers=answers, revision=current.revision, visited=None, by=draft.person)


def signers_page(client: Client, draft: Draft) -> str:
    return walking.text(client.get(f"/drafts/{draft.pk}/signers/"))


def test_filing_leads_to_who_must_still_sign() -> None:
    client, person = walking.signed_in(two.buyer())
    draft = two.begun(person)

    response = two.files(client, person, draft)
    page = signers_page(client, draft)

    assert response["Location"] == f"/drafts/{draft.pk}/signers/" and not Application.objects.exists()
    assert "1분의 서명이 남았어요" in page and "이바다" in page and "010-****-0003" in page
    assert "010-0000-0003" not in page


def test_both_signed_and_it_is_filed_with_who_signed_what() -> None:
    client, person = walking.signed_in(two.buyer())
    theirs, other = walking.signed_in(two.seller())
    draft = two.begun(person)
    two.asks(client, draft)
    signed = two.digest(draft)

    two.signs(theirs, other, draft)
    response = two.files(client, person, draft)

    case = Case.objects.get()
    (opened, *_) = casework.history(case)
    (along,) = cosigning.signed_of(case.application)
    assert response["Location"].endswith("/done/")
    assert (along.name, along.how, along.digest) == ("이바다", "identity", signed)
    assert f"'digest': '{signed}'" in str(opened.details["signers"])
    assert documents.form_as_filed(case.application).startswith(b"%PDF")


def test_where_nobody_must_sign_along_nobody_is_asked() -> None:
    client, person = walking.signed_in(two.buyer())
    draft = two.begun(person, inherited=True)

    two.files(client, person, draft)

    assert Application.objects.count() == 1 and not SignatureRequest.objects.exists()


def test_a_change_after_the_signature_voids_it_and_says_so() -> None:
    client, person = walking.signed_in(two.buyer())
    theirs, other = walking.signed_in(two.seller())
    draft = two.begun(person)
    two.asks(client, draft)
    two.signs(theirs, other, draft)

    change(draft, shop_name="푸른상점")
    response = two.files(client, person, draft)

    assert response["Location"].endswith("/signers/") and not Application.objects.exists()
    assert "내용이 바뀌어 다시 서명받아야 해요: 넘겨주는 사람" in signers_page(client, draft)
    assert "서명한 뒤에 내용이 바뀌었어요" in walking.text(theirs.get(f"/sign/{two.asked(draft).link}/"))


def test_a_proof_over_what_was_there_before_is_no_signature() -> None:
    client, person = walking.signed_in(two.buyer())
    theirs, other = walking.signed_in(two.seller())
    draft = two.begun(person)
    two.asks(client, draft)
    two.proves(theirs, other, two.digest(draft))
    change(draft, shop_name="푸른상점")

    response = theirs.post(f"/sign/{two.asked(draft).link}/", {"do": "finish"})

    assert response.status_code == 409 and "서명을 받지 않았습니다" in walking.text(response)
    assert two.asked(draft).state == "asked"


def test_who_disagrees_stops_the_filing_and_may_be_asked_again() -> None:
    client, person = walking.signed_in(two.buyer())
    theirs, other = walking.signed_in(two.seller())
    draft = two.begun(person)
    two.asks(client, draft)

    theirs.post(f"/sign/{two.asked(draft).link}/", {"do": "decline", "reason": "가게 이름이 달라요."})
    stopped = signers_page(client, draft)
    change(draft, shop_name="바다상점")
    two.asks(client, draft)
    two.signs(theirs, other, draft)
    two.files(client, person, draft)

    assert "서명하지 않기로 했어요" in stopped and "가게 이름이 달라요." in stopped
    assert Application.objects.count() == 1


def test_who_declines_says_why() -> None:
    client, person = walking.signed_in(two.buyer())
    theirs, _ = walking.signed_in(two.seller())
    draft = two.begun(person)
    two.asks(client, draft)

    response = theirs.post(f"/sign/{two.asked(draft).link}/", {"do": "decline", "reason": " "})

    assert response.status_code == 422 and "까닭을 적지 않았습니다" in walking.text(response)
    assert two.asked(draft).state == "asked"


@pytest.mark.parametrize(("name", "phone"), [("이바다", "010-0000-0009"), ("박들", "010-0000-0003")])
def test_the_link_opens_for_nobody_else(name: str, phone: str) -> None:
    client, person = walking.signed_in(two.buyer())
    stranger, _ = walking.signed_in(affairs.person(name, phone))
    draft = two.begun(person)
    two.asks(client, draft)
    link = f"/sign/{two.asked(draft).link}/"

    answers = [
        stranger.get(link),
        stranger.get(f"{link}form.pdf"),
        stranger.post(link, {"do": "finish"}),
        client.get(link),
    ]

    assert {response.status_code for response in answers} == {404}
    assert "하늘상점" not in walking.text(answers[0])
    assert Client().get(link)["Location"].startswith("/accounts/sign-in/")


def test_an_invitation_ends_and_can_be_renewed_and_withdrawn() -> None:
    client, person = walking.signed_in(two.buyer())
    theirs, other = walking.signed_in(two.seller())
    draft = two.begun(person)
    two.asks(client, draft)
    first = f"/sign/{two.asked(draft).link}/"

    with clock.freeze(two.asked(draft).expires_at):
        walking.come_in(client, person)
        walking.come_in(theirs, other)
        late, told = theirs.get(first), signers_page(client, draft)
        two.asks(client, draft)
        renewed = theirs.get(f"/sign/{two.asked(draft).link}/")
        client.post(f"/drafts/{draft.pk}/signers/", {"do": "withdraw:seller"})
        withdrawn = theirs.get(f"/sign/{two.asked(draft).link}/")

    assert (late.status_code, renewed.status_code, withdrawn.status_code) == (404, 200, 404)
    assert "요청한 기한이 지남" in told


def test_a_paper_signed_by_hand_stands_for_one_and_goes_with_the_filing() -> None:
    client, person = walking.signed_in(two.buyer())
    draft = two.begun(person)

    empty = client.post(f"/drafts/{draft.pk}/signers/", {"do": "paper:seller"})
    client.post(f"/drafts/{draft.pk}/signers/", {"do": "paper:seller", "file-seller": pdf()})
    two.files(client, person, draft)

    (along,) = cosigning.signed_of(Application.objects.get())
    case = walking.text(client.get(f"/my/cases/{Case.objects.get().pk}/"))
    assert empty.status_code == 422 and "서명한 서류를 골라 주세요" in walking.text(empty)
    assert along.how == "paper" and along.upload_id is not None
    assert "넘겨주는 사람 서명 서류" in case


def test_the_message_carries_a_link_and_nothing_personal(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[Outgoing] = []
    client, person = walking.signed_in(two.buyer())
    draft = two.begun(person)

    def deliver(_: Sms, message: Outgoing) -> Receipt:
        sent.append(message)
        return Receipt("1", "sent")

    monkeypatch.setattr(Sms, "deliver", deliver)
    two.asks(client, draft)
    affairs.work()

    (message,) = sent
    assert message.to == "010-0000-0003" and f"/sign/{two.asked(draft).link}/" in message.text
    assert not any(word in message.text for word in ("이바다", "김하늘", "하늘상점", "0003"))
    assert "문자를 보냈어요." in signers_page(client, draft)


def test_a_look_before_signing_is_written_down() -> None:
    client, person = walking.signed_in(two.buyer())
    theirs, other = walking.signed_in(two.seller())
    draft = two.begun(person)
    two.asks(client, draft)

    theirs.get(f"/sign/{two.asked(draft).link}/")

    look = Reading.objects.get(subject=f"draft:{draft.pk}")
    assert (look.reader_kind, look.reader) == ("signer", str(other.pk))


def test_nothing_about_the_signer_stands_in_clear() -> None:
    client, person = walking.signed_in(two.buyer())
    two.asks(client, two.begun(person))

    row = SignatureRequest.objects.values().get()

    assert "이바다" not in str(row) and "이바다".encode() not in bytes(row["content"])


def test_what_was_asked_goes_with_the_draft() -> None:
    client, person = walking.signed_in(two.buyer())
    draft = two.begun(person)
    client.post(f"/drafts/{draft.pk}/signers/", {"do": "paper:seller", "file-seller": pdf()})

    client.post(f"/drafts/{draft.pk}/discard/")

    assert not SignatureRequest.objects.exists() and not Draft.objects.exists()


def test_the_officer_sees_who_signed_along_with_the_name_hidden() -> None:
    client, person = walking.signed_in(two.buyer())
    theirs, other = walking.signed_in(two.seller())
    draft = two.begun(person)
    two.asks(client, draft)
    two.signs(theirs, other, draft)
    two.files(client, person, draft)
    client = desk(affairs.officer("economy"))

    page = walking.text(client.get(f"/desk/cases/{Case.objects.get().pk}/"))

    assert "함께 서명한 사람 1" in page and "이○다 · 본인확인 서명" in page
