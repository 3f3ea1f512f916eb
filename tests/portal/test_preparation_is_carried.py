"""What was picked under 준비할 것 folds away what is needless, and stands in the draft, marked."""

import pytest
from django.test import Client

from eok.applications import drafts
from eok.applications.models import Draft
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]

ADDRESS = f"/services/{walking.MAIL_ORDER}"
PICKED = "applicant_kind=person&prepaid=yes&safety_service=escrow&escrow_through=direct"


def test_what_the_answers_made_needless_is_folded_with_its_reason() -> None:
    page = walking.text(Client().get(f"{ADDRESS}?{PICKED}"))

    listed, folded = page.split("이 답이면 필요 없는 서류 5개")

    assert "구매안전서비스 이용 확인증" in listed.split('id="papers-part"')[1]
    assert "법인만 해당해요." in folded and "구매안전서비스 이용 확인증" not in folded.split("</details>")[0]


def test_nothing_is_folded_before_anything_was_answered() -> None:
    page = walking.text(Client().get(ADDRESS))

    assert "필요 없는 서류" not in page and "고른 답으로 시작하기" not in page


def test_the_answers_go_along_into_the_draft_and_say_where_they_come_from() -> None:
    client, _ = walking.signed_in()
    page = walking.text(client.get(f"{ADDRESS}?{PICKED}"))
    begin = page.split('">고른 답으로 시작하기')[0].rsplit('href="', 1)[1]

    offered = walking.text(client.get(begin))
    client.post(begin, {"do": "start"})

    draft = Draft.objects.get()
    answers = drafts.read(draft).answers
    payment = walking.text(client.get(walking.page_url(draft, "payment")))
    assert "안내 화면에서 고른 답 4개도" in offered
    assert (answers["prepaid"], answers["escrow_through"]) == (True, "direct")
    assert payment.count("안내 화면에서 고른 답이에요.") == 3


def test_nonsense_in_the_address_is_not_carried() -> None:
    client, _ = walking.signed_in()

    client.post(
        f"/apply/{walking.MAIL_ORDER}?prepaid=maybe&trade_name=x&escrow_through=direct", {"do": "start"}
    )

    assert (
        drafts.read(Draft.objects.get())
        .answers.keys()
        .isdisjoint({"prepaid", "trade_name", "escrow_through"})
    )
