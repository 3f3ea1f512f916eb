"""Whatever was decided, the letter that tells it can be fetched (민원처리법 §27①)."""

import pytest

from eok.accounts.roles import Role
from eok.casework import grants
from eok.casework.actions.decide import grant, refuse
from eok.casework.actions.propose import Opinion, propose
from eok.casework.actions.withdraw import withdraw
from eok.casework.models import Case
from tests import affairs
from tests.portal.walking import signed_in, text

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


LEADS = (Role.OFFICER, Role.TEAM_LEAD)


def closing() -> Case:
    case = affairs.closure(affairs.person())
    affairs.work()
    return Case.objects.get(pk=case.pk)


@pytest.mark.parametrize("outcome", ["grant", "refuse"])
def test_a_decision_comes_with_its_letter(outcome: str) -> None:
    clerk, case = affairs.officer("sanitation", *LEADS), closing()
    affairs.review_all(case, clerk)
    if outcome == "grant":
        grant(case_id=case.pk, opinion=Opinion(""), by=clerk)
    else:
        reason = grants.service_of(case).refusal_reasons[0]
        opinion = Opinion("서류가 맞지 않습니다.", (reason.id,))
        propose(case_id=case.pk, outcome="refuse", opinion=opinion, by=clerk)
        refuse(case_id=case.pk, opinion=opinion, by=clerk)
    client, _ = signed_in(case.application.person)

    page = text(client.get(f"/my/cases/{case.pk}/"))

    assert f'<a href="/my/cases/{case.pk}/decision.pdf">결과 통지서(PDF)</a>' in page
    assert client.get(f"/my/cases/{case.pk}/decision.pdf").content.startswith(b"%PDF")


def test_there_is_none_before_a_decision_and_after_a_withdrawal() -> None:
    case = closing()
    client, person = signed_in(case.application.person)

    open_ = text(client.get(f"/my/cases/{case.pk}/"))
    withdraw(case_id=case.pk, reason="", by=person)
    withdrawn = text(client.get(f"/my/cases/{case.pk}/"))

    assert "결과 통지서" not in open_ + withdrawn
