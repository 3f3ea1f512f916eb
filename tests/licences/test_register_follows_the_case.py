"""영업·등록 대장: a grant opens an entry, a closure ends the one it names, nothing acts on an ended one."""

from datetime import date

import pytest

from eok.accounts.roles import Role
from eok.casework.actions.decide import grant
from eok.casework.actions.propose import Opinion
from eok.licences import queries
from eok.licences.actions.record import Entry, change_state, open_licence
from eok.licences.errors import LicenceEndedError
from tests import affairs

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

ENTRY = Entry("food-business", "김하늘", "", date(2024, 3, 4), {"name": "하늘식당"}, "import:test")


def test_numbers_follow_each_other_per_register_and_year() -> None:
    first = open_licence(ENTRY, number_pattern="제{year}-{serial:07d}호")
    second = open_licence(ENTRY, number_pattern="제{year}-{serial:07d}호")

    assert (first.licence_no, second.licence_no) == ("제2024-0000001호", "제2024-0000002호")


def test_a_closure_closes_the_licence_it_names() -> None:
    licence = open_licence(ENTRY, number_pattern="제{year}-{serial:07d}호")
    officer = affairs.officer("sanitation", Role.OFFICER)
    case = affairs.closure(affairs.person(), licence_no=licence.licence_no)
    affairs.work()
    affairs.review_all(case, officer)

    grant(case_id=case.pk, opinion=Opinion(""), by=officer)

    licence.refresh_from_db()
    assert licence.state == "closed"
    assert [h.verb for h in queries.history(licence)] == ["opened", "closed"]


def test_nothing_is_done_to_an_ended_licence() -> None:
    licence = open_licence(ENTRY, number_pattern="제{year}-{serial:07d}호")
    change_state(licence, "close", ENTRY)

    with pytest.raises(LicenceEndedError, match="폐업"):
        change_state(licence, "suspend", ENTRY)


def test_the_content_lies_encrypted() -> None:
    licence = open_licence(ENTRY, number_pattern="제{year}-{serial:07d}호")

    assert "하늘식당".encode() not in bytes(licence.content)
    assert queries.content(licence)["name"] == "하늘식당"
    assert [row.pk for row in queries.search("김하늘")] == [licence.pk]
