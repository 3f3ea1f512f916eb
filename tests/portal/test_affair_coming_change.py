"""The affair's page shows a coming change: what it is until the day, what it will be, and the law that says so."""

import re
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from eok.core import clock
from tests.catalogue.changing import AFFAIR, changing
from tests.conftest import WORKDAY
from tests.portal import walking

__all__ = ["changing"]

pytestmark = pytest.mark.django_db(databases="__all__")

DAY = datetime.fromisoformat("2027-01-01T00:00:00+09:00")
HEADING = "2027년 1월 1일(금)부터 이렇게 바뀌어요"


def page(at: datetime) -> str:
    with clock.freeze(at):
        return walking.text(Client().get(f"/services/{AFFAIR}"))


def rows(html: str) -> list[list[str]]:
    """Cells of the table that tells of the change."""
    table = html.split(HEADING)[1].split("</table>")[0]
    lines = re.findall(r"<tr>(.*?)</tr>", table, re.S)
    return [[_words(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line, re.S)] for line in lines]


def _words(cell: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", cell))


def test_both_states_stand_beside_each_other_and_only_what_differs(changing: Path) -> None:
    head, *told = rows(page(WORKDAY))

    assert head == ["무엇이", "지금", "2027년 1월 1일(금)부터"]
    assert ["처리 기간", "근무일 3일", "→ 근무일 2일"] in told
    assert [row[0] for row in told] == ["준비할 것", "처리 기간"]
    papers = next(row for row in told if row[0] == "준비할 것")
    assert "사업자등록증명" in papers[1] and papers[2] == "→ 없음"


def test_the_law_that_says_so_stands_under_it(changing: Path) -> None:
    after = page(WORKDAY).split(HEADING)[1].split("</section>")[0]

    assert 'scope="row"' in after and "<caption" in after
    assert "source-line" in after and "제12조" in after


def test_from_the_day_on_there_is_one_state_again(changing: Path) -> None:
    html = page(DAY)

    assert HEADING not in html
    assert "근무일 2일" in html and "근무일 3일" not in html


def test_an_affair_that_does_not_change_says_nothing() -> None:
    assert "이렇게 바뀌어요" not in page(WORKDAY)


def test_a_draft_begun_before_the_day_is_told(changing: Path) -> None:
    with clock.freeze(DAY - timedelta(days=1)):
        client, _ = walking.signed_in()
        draft = walking.ready(client)
        assert client.get(f"/drafts/{draft.pk}/review/").status_code == 200

    with clock.freeze(DAY):
        walking.come_in(client, draft.person)
        told = client.get(f"/drafts/{draft.pk}/")

    assert told.status_code == 409
    assert "작성하는 동안 서식이 바뀌었어요" in walking.text(told)
