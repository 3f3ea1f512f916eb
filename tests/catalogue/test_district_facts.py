"""우리 구 사실: listed while open, filled by one, approved by another, in force from its day, taken back."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from django.core.management import call_command

from eok.accounts.models import Officer
from eok.accounts.roles import Role
from eok.catalogue import adopted, adoption, open_facts, queries, stamp
from eok.catalogue.actions import adopt
from eok.catalogue.actions.adopt import Wanted
from eok.catalogue.canonical import canonical
from eok.catalogue.errors import FactError, FactMovedError, FactNotFoundError, FactNotYoursError
from eok.catalogue.models import DistrictFact
from eok.catalogue.sources import Grade
from eok.core import clock
from eok.offices.data_file import Place
from tests import affairs

pytestmark = pytest.mark.django_db(transaction=True)
AFFAIR = "mail-order-report"
TODAY = date(2026, 11, 23)
FEE = Wanted(AFFAIR, "fee", {"won": 1200}, "서울특별시 서초구 수수료 징수 조례 별표 1", TODAY)


@pytest.fixture(autouse=True)
def house(state_dir: Path, monday: datetime) -> Iterator[Path]:
    yield state_dir


def filler(department: str = "economy") -> Officer:
    return affairs.officer(department, Role.ADOPTION)


def approved(wanted: Wanted) -> DistrictFact:
    fact = adopt.fill(wanted, by=filler())
    adopt.approve(fact.pk, by=filler())
    return fact


def confirmation(field: str, service_id: str = AFFAIR) -> Wanted:
    state = queries.loaded().states[service_id][-1]
    words = adopted.bare(adopted.said(state.file.value, adopted.loc_of(field)))
    return Wanted(service_id, field, {adopted.CONFIRMED: words}, "시험용 고시 §1", TODAY)


def test_check_lists_each_open_fact_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        call_command("adopt", "check", "--json")

    told = json.loads(capsys.readouterr().out)
    fee = next(one for one in told["facts"] if (one["service"], one["field"]) == (AFFAIR, "fee"))
    assert stopped.value.code == 1
    assert told["open"] == len(told["facts"]) == len(open_facts.listed())
    assert AFFAIR in told["shut"]
    assert fee["grade"] == "참고"
    assert fee["says"] == "0원"
    assert "수수료 조례" in fee["find"]
    assert fee["department"] == "economy"


def test_an_approved_value_is_in_force_with_its_source_and_no_name() -> None:
    before = (canonical(queries.get(AFFAIR)).digest, stamp.whole())

    approved(FEE)

    fee = queries.get(AFFAIR).fee
    assert fee.won == 1200
    assert fee.source.grade is Grade.DISTRICT
    assert (fee.source.on, fee.source.where) == (TODAY, FEE.rule)
    assert fee.source.by == "일자리경제과 우리 구 사실 담당, 확인 일자리경제과 우리 구 사실 담당"
    assert "fee" not in {one.field for one in open_facts.listed() if one.service == AFFAIR}
    assert canonical(queries.get(AFFAIR)).digest != before[0]
    assert stamp.whole() != before[1]


def test_until_a_second_person_agrees_nothing_changes() -> None:
    officer = filler()
    fact = adopt.fill(FEE, by=officer)

    with pytest.raises(FactNotYoursError):
        adopt.approve(fact.pk, by=officer)

    assert queries.get(AFFAIR).fee.won == 0
    assert [line.state for line in adoption.waiting()] == ["확인 기다림"]


def test_a_value_begins_on_its_day() -> None:
    approved(Wanted(AFFAIR, "fee", {"won": 500}, "조례", date(2027, 1, 1)))

    today = queries.get(AFFAIR).fee.won
    with clock.freeze(datetime(2027, 1, 1, 9, tzinfo=clock.SEOUL)):
        later = queries.get(AFFAIR).fee.won

    assert (today, later) == (0, 500)
    assert [state.since for state in queries.coming(AFFAIR)] == [date(2027, 1, 1)]


def test_undoing_brings_back_the_one_before() -> None:
    approved(FEE)
    second = approved(Wanted(AFFAIR, "fee", {"won": 900}, "개정 조례", TODAY))
    with_both = queries.get(AFFAIR).fee.won

    adopt.undo(second.pk, by=filler(), reason="잘못 읽음")

    assert with_both == 900
    assert queries.get(AFFAIR).fee.won == 1200
    assert [line.step for line in adoption.history(AFFAIR, "fee")] == ["undone", "approved"]
    with pytest.raises(FactMovedError):
        adopt.undo(second.pk, by=filler(), reason="다시")


def test_production_opens_the_affair_once_nothing_is_open(settings: Any) -> None:
    settings.EOK_PRODUCTION = True
    open_before = queries.may_open(queries.get(AFFAIR))

    for one in [one for one in open_facts.listed() if one.service == AFFAIR]:
        approved(confirmation(one.field))

    assert not open_before
    assert queries.may_open(queries.get(AFFAIR))
    assert AFFAIR not in {one.service for one in open_facts.listed()}


def test_a_confirmation_falls_away_when_the_words_change(tmp_path: Path) -> None:
    wanted = confirmation("not_needed")
    entry = {"service": AFFAIR, "field": "not_needed", "value": {"confirmed": {"text": "다른 글"}}}

    approved(wanted)
    confirmed = queries.get(AFFAIR).not_needed
    changed = adopted.with_value(
        queries.loaded().states[AFFAIR][0].file,
        adopted.Adopted(_entry({**entry, "from": TODAY}), Place(tmp_path, 1)),
    )

    assert confirmed is not None
    assert confirmed.source.grade is Grade.DISTRICT
    assert changed is queries.loaded().states[AFFAIR][0].file


def _entry(value: dict[str, Any]) -> adopted.Entry:
    source = {"grade": "우리 구", "on": TODAY, "by": "시험"}
    return adopted.Entry.model_validate({**value, "source": source})


def test_refused_is_kept_in_the_history_and_can_be_filled_anew() -> None:
    fact = adopt.fill(FEE, by=filler())
    with pytest.raises(FactMovedError):
        adopt.fill(FEE, by=filler())

    adopt.refuse(fact.pk, by=filler(), reason="별표가 다릅니다")
    again = adopt.fill(FEE, by=filler())

    assert [line.state for line in adoption.history(AFFAIR, "fee")] == ["확인 기다림", "돌려보냄"]
    with pytest.raises(FactMovedError):
        adopt.approve(fact.pk, by=filler())
    assert again.pk != fact.pk


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        (Wanted(AFFAIR, "fee", {"won": -1}, "조례", TODAY), FactError),
        (Wanted(AFFAIR, "fee", {"won": "많이"}, "조례", TODAY), FactError),
        (Wanted(AFFAIR, "fee", {"price": 1}, "조례", TODAY), FactError),
        (Wanted(AFFAIR, "fee", {"won": 1}, "", TODAY), FactError),
        (Wanted(AFFAIR, "fee", {"won": 1}, "조례", date(1900, 1, 1)), FactError),
        (Wanted(AFFAIR, "papers.0", {"confirmed": {}}, "조례", TODAY), FactNotFoundError),
        (Wanted(AFFAIR, "no.such.place", {"won": 1}, "조례", TODAY), FactNotFoundError),
    ],
    ids=["negative", "word", "other field", "no ground", "no day of ours", "read in the law", "nowhere"],
)
def test_what_cannot_be_filled(wanted: Wanted, error: type[Exception]) -> None:
    with pytest.raises(error):
        adopt.fill(wanted, by=filler())

    assert not DistrictFact.objects.exists()


@pytest.mark.parametrize("department", ["sanitation", "tax"])
def test_another_department_neither_fills_nor_approves(department: str) -> None:
    fact = adopt.fill(FEE, by=filler())

    with pytest.raises(FactNotYoursError):
        adopt.fill(Wanted(AFFAIR, "processing_period", {"value": 2}, "표", TODAY), by=filler(department))
    with pytest.raises(FactNotYoursError):
        adopt.approve(fact.pk, by=filler(department))


def test_export_goes_into_a_district_folder_and_import_waits_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    approved(FEE)
    path = tmp_path / "kept.yaml"
    call_command("adopt", "export", "--to", str(path))
    folder = adopted.over(queries.loaded(), path).on(TODAY).services[AFFAIR]
    last = adoption.history(AFFAIR)[0]
    adopt.undo(last.fact.pk, by=filler(), reason="시험")

    call_command("adopt", "import", str(path), "--officer", filler().login)

    assert folder.fee.won == 1200
    assert [line.fact.value for line in adoption.waiting()] == [{"won": 1200}]
    assert queries.get(AFFAIR).fee.won == 0
    assert "1가지를 채웠습니다" in capsys.readouterr().out


def test_a_lost_file_is_written_anew_from_the_rows() -> None:
    approved(FEE)
    stamp.approved_path().unlink()
    lost = queries.get(AFFAIR).fee.won

    call_command("adopt", "sync", stdout=None)

    assert (lost, queries.get(AFFAIR).fee.won) == (0, 1200)


def test_a_broken_file_shuts_nothing_else(tmp_path: Path) -> None:
    stamp.approved_path().write_text("- {service: mail-order-report, field: fee}\n", encoding="utf-8")

    loaded = queries.loaded()

    assert loaded.services[AFFAIR].fee.won == 0
    assert any("adopted.yaml" in problem.file for problem in loaded.problems)
    assert tmp_path == configured.EOK_STATE_DIR
