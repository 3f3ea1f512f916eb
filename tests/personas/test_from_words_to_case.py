"""Each affair by a browser without scripts: found by everyday words, filled in page by page, signed, filed, decided."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from eok.accounts.models import Officer
from eok.accounts.roles import Role
from eok.applications.models import Application, Draft
from eok.casework.actions.decide import grant
from eok.casework.actions.propose import Opinion, propose
from eok.casework.models import Case
from eok.catalogue import queries as catalogue
from eok.certificates import queries as certificates
from eok.core import clock
from eok.licences.models import Licence
from eok.payments import queries as payments
from eok.payments.actions.record_counter import Counter, record_counter
from eok.payments.actions.settle import Proof, record_proof
from tests import affairs
from tests.licences import entries
from tests.personas import runner
from tests.personas.runner import Persona
from tests.portal import walking

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.usefixtures("monday")]

WORDS: Mapping[str, tuple[str, str]] = {
    "broker-office-move": ("복덕방 옮겼어요", "inside-the-district"),
    "broker-staff-hire": ("중개보조원 뽑았어요", "agent-with-seal"),
    "broker-staff-leave": ("소속공인중개사 퇴사", "plain"),
    "food-business-change": ("식당 이름 바꿨어요", "new-name"),
    "food-business-closure": ("가게 접으려고요", "plain"),
    "food-business-reissue": ("음식점 영업신고증 잃어버렸어요", "worn-out"),
    "food-business-report": ("카페 차리려고요", "plain-cafe"),
    "food-business-succession": ("식당 넘겨받았어요", "buys-a-cafe"),
    "livestock-business-change": ("정육점 이름 바꾸려고요", "new-name"),
    "livestock-business-closure": ("정육점 접으려고요", "plain"),
    "livestock-business-report": ("정육점 차리려고요", "plain-butcher"),
    "livestock-business-resumption": ("정육점 다시 열려고요", "plain"),
    "livestock-business-suspension": ("정육점 잠시 쉬려고요", "plain"),
    "mail-order-change": ("쇼핑몰 이름 바꿨어요", "new-name"),
    "mail-order-closure": ("쇼핑몰 접으려고요", "in-time"),
    "mail-order-reissue": ("통신판매업 신고증 잃어버렸어요", "worn-out"),
    "mail-order-report": ("스마트스토어 신고", "pays-on-delivery"),
    "mail-order-resumption": ("쇼핑몰 다시 시작", "in-time"),
    "mail-order-suspension": ("쇼핑몰 잠시 쉬려고요", "in-time"),
    "outdoor-sign-permit": ("간판 달려고요", "low-projecting-report"),
}
"""What they type into the search, and who files."""
PEOPLE = {(one.affair, one.id): one for one in runner.personas()}


def test_every_affair_is_filed_here() -> None:
    assert set(WORDS) == {service.id for service in catalogue.all_services()}


@pytest.mark.parametrize("affair", WORDS)
def test_it_goes_from_words_to_a_decision(affair: str) -> None:
    words, who = WORDS[affair]
    one = PEOPLE[affair, who]
    client, person = walking.signed_in()
    known_in_the_register(one)

    found = walking.text(client.get("/search", {"q": words}))
    draft = walking.begun(client, affair)
    for page in runner.pages_of(affair):
        fill(client, draft, page, one)
    hand_in(client, draft, one)
    walking.signed(client, draft, person)
    filed = client.post(f"/drafts/{draft.pk}/submit/", {"do": "file"})

    assert f"/services/{affair}" in found
    assert filed["Location"].endswith("/done/"), walking.text(filed)
    case = Case.objects.get(application=Application.objects.get(person=person))
    assert case.application.application_no in walking.text(client.get(filed["Location"]))
    decided(case)
    assert case.state == "completed"
    assert (certificates.of_case(case) is not None) == bool(catalogue.get(affair).certificate)


def known_in_the_register(one: Persona) -> None:
    """What the filing names stands in the register."""
    effect = catalogue.get(one.affair).register
    if effect is None or effect.effect == "open":
        return
    said = {"name": "business_name", "representative": "representative_name", "birth_date": "birth_date"}
    content = {column: str(one.answers.get(question, "")) for column, question in said.items()}
    licence = entries.opened(effect.register, date(2024, 3, 4), **content)
    Licence.objects.filter(pk=licence.pk).update(licence_no=one.answers["licence_no"])
    if effect.effect == "resume":
        entries.happen(licence, "suspended", on=date(2026, 11, 2))


def fill(client: Client, draft: Draft, page: str, one: Persona) -> None:
    """What a condition opens is answered when it is shown."""
    url = walking.page_url(draft, page)
    typed = runner.typed(one, page)
    response = client.get(url)
    for _ in range(len(typed) + 1):
        response = client.post(url, {**walking.hidden(response), **typed, "do": "next"})
        if response.status_code == 302:
            return
    raise AssertionError(walking.text(response))


def hand_in(client: Client, draft: Draft, one: Persona) -> None:
    """A file for each paper, consent for each look-up."""
    if not (one.papers or one.looked_up):
        return
    place = f"/drafts/{draft.pk}/papers/"
    for paper in sorted(one.papers):
        file = SimpleUploadedFile(f"{paper}.pdf", affairs.PDF, "application/pdf")
        assert client.post(f"{place}{paper}/files/", {"file": file}).status_code == 200
    modes = {f"mode-{paper}": "upload" for paper in one.papers}
    modes |= {f"mode-{paper}": "look_up" for paper in one.looked_up}
    onward = client.post(place, {**walking.hidden(client.get(place)), **modes, "do": "next"})
    assert onward.status_code == 302 and onward["Location"].endswith("/review/"), walking.text(onward)


def decided(case: Case) -> None:
    """An officer notes every check and drafts; the team's head grants."""
    office = catalogue.get(case.service_id).office
    clerk, lead = affairs.officer(office), affairs.officer(office, Role.OFFICER, Role.TEAM_LEAD)
    affairs.work()
    case.refresh_from_db()
    affairs.review_all(case, clerk)
    said: Any = Opinion("요건을 갖추었습니다.")
    propose(case_id=case.pk, outcome="grant", opinion=said, by=clerk)
    grant(case_id=case.pk, opinion=said, by=lead)
    affairs.work()
    pay(case, clerk)
    case.refresh_from_db()


def pay(case: Case, clerk: Officer) -> None:
    """The fee at the counter; the licence tax proven."""
    fee, at = payments.fee_of(case), clock.now() - timedelta(minutes=5)
    if fee is not None:
        record_counter(case_id=case.pk, paid=Counter("cash", "R-1", fee.won, at, "민원실"), by=clerk)
        affairs.work()
    tax = payments.of_case(case)
    if tax is not None:
        record_proof(case_id=case.pk, proof=Proof("R-2", tax.won, at), by=clerk)
        affairs.work()
