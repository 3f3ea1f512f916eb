"""No page of the desk shows a planted personal value until somebody said why; nothing personal stands in addresses.

The pages are walked from the worklist by their own links, so that a new page is held to it too (개인정보 보호법 §29).
"""

import re
from collections.abc import Iterator

import pytest
from django.test import Client

from tests import affairs
from tests.accounts.response import Response
from tests.desk import rooms
from tests.portal.walking import signed_in

pytestmark = [pytest.mark.django_db(databases="__all__", transaction=True), pytest.mark.usefixtures("monday")]

PLANTED = ("김하늘", "010-0000-0002", "01000000002", "1985-04-12", "4월 12일", "haneul@example.org", "123-45-67891",
           "1234567891", "시범대로 12", "02-0000-0001")  # fmt: skip
BEGINNINGS = ("/desk/", "/desk/?show=team", "/desk/cases/", "/desk/approvals/", "/desk/by-hand/", "/desk/licences/",
              "/desk/?as=csv", "/desk/cases/?as=csv", "/desk/licences/?as=csv", "/desk/search?q=김하늘")  # fmt: skip
LINK = re.compile(r'href="(/desk/[^"#]*)"')
MOST = 120


def walked(client: Client) -> Iterator[tuple[str, Response]]:
    """Every page of the desk that can be reached by links."""
    seen, waiting = set[str](), list(BEGINNINGS)
    while waiting and len(seen) < MOST:
        address = waiting.pop(0)
        if address in seen or "sign-out" in address:
            continue
        seen.add(address)
        response = client.get(address, follow=True)
        yield address, response
        if response["Content-Type"].startswith("text/html"):
            waiting += [link.replace("&amp;", "&") for link in LINK.findall(response.content.decode())]


def unhidden(response: Response, asked: str = "") -> list[str]:
    """asked: what was typed into the search stands in its own box."""
    shown = response.content.decode().replace(asked, "") if asked else response.content.decode()
    return [value for value in PLANTED if value in shown]


@pytest.mark.parametrize("who", ["clerk", "lead"])
def test_every_page_hides_what_was_planted(who: str) -> None:
    officer = getattr(rooms, who)()
    affairs.completed_mail_order()
    rooms.accepted()
    client = rooms.desk(officer)

    pages = dict(walked(client))

    found = {a: unhidden(r) for a, r in pages.items() if "q=" not in a and unhidden(r)}
    assert found == {}
    assert len(pages) > 15


def test_a_search_shows_the_name_only_where_it_was_typed() -> None:
    rooms.accepted(), rooms.accepted()

    page = rooms.desk(rooms.clerk()).get("/desk/search?q=김하늘")

    assert unhidden(page) in ([], ["김하늘"])
    assert "김○늘" in page.content.decode()


def test_a_page_that_could_not_be_kept_hides_them_too() -> None:
    case = rooms.accepted()
    client = rooms.desk(rooms.clerk())

    page = client.post(
        rooms.page(case, "checks/"), {"item": "business-registration", "result": "ok", "note": "가" * 501}
    )

    assert page.status_code == 422
    assert unhidden(page) == []


def test_no_address_carries_a_person() -> None:
    rooms.accepted()

    addresses = [a for a, _ in walked(rooms.desk(rooms.clerk())) if "q=" not in a]

    assert [a for a in addresses if any(value in a for value in PLANTED)] == []


def test_everything_hidden_is_there_once_somebody_said_why() -> None:
    case = rooms.accepted()
    client = rooms.unmasked(rooms.clerk(), case)

    shown = rooms.text(client.get(rooms.page(case)))

    assert [
        value for value in ("김하늘", "010-0000-0002", "123-45-67891", "시범대로 12") if value not in shown
    ] == []


def test_nothing_personal_goes_to_the_log_or_to_pages_of_others(caplog: pytest.LogCaptureFixture) -> None:
    case, closure = rooms.accepted(), affairs.closure(affairs.person())
    client, stranger = rooms.unmasked(rooms.clerk(), case), signed_in(affairs.person("이서준"))[0]
    theirs = [
        f"/my/cases/{case.pk}/{name}"
        for name in ("", "form.pdf", "receipt.pdf", "readings/", "withdraw/", "certificate.pdf")
    ]

    with caplog.at_level("DEBUG"):
        client.get(rooms.page(case))
        pages = [client.get(rooms.page(closure)), *(stranger.get(address) for address in theirs)]

    assert {page.status_code for page in pages} == {404}
    assert [unhidden(page) for page in pages if unhidden(page)] == []
    assert [value for value in PLANTED if value in caplog.text] == []
