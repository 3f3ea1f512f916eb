"""After a supplement the resident reads what holds now, and what stood there before."""

import pytest

from tests import affairs
from tests.mending import mend
from tests.portal.walking import signed_in, text

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def test_a_corrected_answer_says_what_it_was() -> None:
    client, person = signed_in()
    case, clerk = affairs.mail_order(person), affairs.officer("economy")
    affairs.work()
    mend(case, clerk, "2026-11-24T10:00:00+09:00", trade_name="푸른상점")

    shown = text(client.get(f"/my/cases/{case.pk}/"))

    assert "푸른상점" in shown
    assert "11월 24일(화) 10시 보완 · 전에는 ‘하늘상점’" in shown
