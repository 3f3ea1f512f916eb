"""Change, suspension, resumption, succession and reissue write the entry in the transaction of the grant."""

from typing import Any

import pytest

from eok.accounts.models import Officer
from eok.accounts.roles import Role
from eok.casework import grants
from eok.casework.actions.decide import grant
from eok.casework.actions.propose import Opinion, propose
from eok.casework.events import IssueReady
from eok.casework.models import Case
from eok.licences import queries
from eok.licences.errors import LicenceMissingError, LicenceStateError
from eok.licences.models import LicenceEvent
from tests import affairs
from tests.licences import entries

pytestmark = [
    pytest.mark.django_db(databases="__all__", transaction=True),
    pytest.mark.usefixtures("monday", "toy_affairs"),
]


def decider() -> Officer:
    return affairs.officer("sanitation", Role.OFFICER, Role.TEAM_LEAD)


def waiting(effect: str, number: str, shop: str = "", name: str = "이바다") -> Case:
    """A case of a toy affair, with everything checked and its draft sent up."""
    answers = {"who": name, "number": number, "renamed": bool(shop), **({"shop": shop} if shop else {})}
    application = affairs.filed(f"toy-{effect}", answers, affairs.person(name))
    affairs.work()
    return Case.objects.get(application=application)


def give(case: Case, by: Officer) -> None:
    propose(case_id=case.pk, outcome="grant", opinion=Opinion("좋습니다."), by=by)
    grant(case_id=case.pk, opinion=Opinion("좋습니다."), by=by)


@pytest.mark.parametrize(
    ("effect", "verb", "state"),
    [
        ("change", "changed", "active"),
        ("suspend", "suspended", "suspended"),
        ("succeed", "succeeded", "active"),
        ("reissue", "reissued", "active"),
    ],
)
def test_the_grant_writes_the_verb_of_its_affair(effect: str, verb: str, state: str) -> None:
    licence = entries.opened()

    give(waiting(effect, licence.licence_no), decider())

    assert entries.fresh(licence).state == state
    assert [line.verb for line in queries.history(licence)] == ["opened", verb]


def test_a_resumption_ends_a_suspension() -> None:
    licence, by = entries.opened(), decider()
    give(waiting("suspend", licence.licence_no), by)

    give(waiting("resume", licence.licence_no), by)

    assert entries.fresh(licence).state == "active"


def test_a_change_lays_only_what_it_says_over_the_entry() -> None:
    licence = entries.opened()

    give(waiting("change", licence.licence_no, shop="바다식당"), decider())

    said = queries.content(entries.fresh(licence))
    assert (said["name"], said["holder"], said["premises"]) == (
        "바다식당",
        "김하늘",
        entries.CONTENT["premises"],
    )
    assert queries.search("바다식당").exists() and not queries.search("하늘식당").exists()


def test_a_succession_names_the_new_holder() -> None:
    licence = entries.opened()

    give(waiting("succeed", licence.licence_no), decider())

    assert queries.content(entries.fresh(licence))["holder"] == "이바다"
    assert queries.search("이바다").exists() and not queries.search("김하늘").exists()


def test_what_names_no_entry_is_not_granted() -> None:
    case = waiting("change", "제2024-9999999호")

    with pytest.raises(LicenceMissingError, match="제2024-9999999호"):
        give(case, decider())

    case.refresh_from_db()
    assert case.state == "proposed"


def test_what_the_state_does_not_allow_is_not_granted() -> None:
    licence = entries.opened()

    with pytest.raises(LicenceStateError, match="영업 상태"):
        give(waiting("resume", licence.licence_no), decider())


def test_a_register_that_can_t_be_written_undoes_the_grant(monkeypatch: pytest.MonkeyPatch) -> None:
    licence = entries.opened()
    case = waiting("change", licence.licence_no)

    def fail(*args: Any, **kwargs: Any) -> None:
        raise OSError("disk")

    monkeypatch.setattr("eok.licences.record.append", fail)
    with pytest.raises(OSError, match="disk"):
        give(case, decider())

    case.refresh_from_db()
    assert case.state == "proposed"
    assert LicenceEvent.objects.filter(licence=licence).count() == 1


def test_written_twice_is_written_once() -> None:
    licence = entries.opened()
    case = waiting("change", licence.licence_no)
    give(case, decider())
    ready = IssueReady(str(case.pk), case.sequence, case.filed_at, "")

    grants.write_register(ready)

    assert LicenceEvent.objects.filter(licence=licence).count() == 2
