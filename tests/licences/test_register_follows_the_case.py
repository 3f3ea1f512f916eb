"""영업·등록 대장: a grant opens an entry, a closure ends the one it names, nothing acts on an ended one."""

from datetime import date

import pytest

from eok.accounts.roles import Role
from eok.casework.actions.decide import grant
from eok.casework.actions.propose import Opinion
from eok.licences import queries
from eok.licences.errors import LicenceStateError
from tests import affairs
from tests.licences import entries

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]


def test_numbers_follow_each_other_per_register_and_year() -> None:
    first, second, other = entries.opened(), entries.opened(), entries.opened(on=date(2025, 1, 2))

    assert [one.licence_no for one in (first, second, other)] == [
        "제2024-0000001호",
        "제2024-0000002호",
        "제2025-0000001호",
    ]


def test_a_closure_closes_the_licence_it_names_on_the_day_it_says() -> None:
    licence = entries.opened()
    officer = affairs.officer("sanitation", Role.OFFICER)
    case = affairs.closure(affairs.person(), licence_no=licence.licence_no, closed_on="2026-11-20")
    affairs.work()
    affairs.review_all(case, officer)

    grant(case_id=case.pk, opinion=Opinion(""), by=officer)

    now = entries.fresh(licence)
    assert (now.state, now.ended_on) == ("closed", date(2026, 11, 20))
    assert [h.verb for h in queries.history(licence)] == ["opened", "closed"]


def test_a_closure_of_an_ended_entry_is_not_granted() -> None:
    licence = entries.opened()
    entries.happen(licence, "struck_off")
    officer = affairs.officer("sanitation", Role.OFFICER)
    case = affairs.closure(affairs.person(), licence_no=licence.licence_no)
    affairs.work()
    affairs.review_all(case, officer)

    with pytest.raises(LicenceStateError, match="말소"):
        grant(case_id=case.pk, opinion=Opinion(""), by=officer)

    case.refresh_from_db()
    assert case.state == "accepted"
    assert entries.fresh(licence).state == "struck_off"


def test_an_opening_keeps_who_granted_it_and_the_article() -> None:
    case = affairs.completed_mail_order()

    found = queries.of_origin(f"case:{case.pk}")

    assert found is not None
    [line] = queries.history(found)
    assert (line.verb, line.law, line.actor_kind) == ("opened", "전자상거래법 §12①", "case")
    assert queries.content(found)["holder"] == "김하늘"


def test_nothing_is_done_to_an_ended_licence() -> None:
    licence = entries.opened()
    entries.happen(licence, "closed")

    with pytest.raises(LicenceStateError, match="폐업"):
        entries.happen(licence, "suspended")


def test_the_content_lies_encrypted_and_is_found_by_digest() -> None:
    licence = entries.opened()

    assert "하늘식당".encode() not in bytes(licence.content)
    assert queries.content(licence)["name"] == "하늘식당"
    for words in ("김하늘", "하늘식당", licence.licence_no, "123-45-67891"):
        assert [row.pk for row in queries.search(words)] == [licence.pk]
    assert not queries.search("하늘").exists()
