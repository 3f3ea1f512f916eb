"""Each register of the district has its law in data/registers, and affairs fill only columns the books know."""

import pytest

from eok.catalogue import queries as catalogue
from eok.licences import lifecycle, registers
from eok.licences.actions import act
from eok.licences.columns import COLUMNS
from eok.licences.errors import RegisterFileError
from eok.licences.lifecycle import By, Papers
from eok.licences.registers import register_law
from eok.licences.states import STATES
from eok.offices import queries as offices

OWN = {"licence_no", "opened_on"}


def test_every_register_has_its_law_and_its_department() -> None:
    for key in offices.register_keys():
        book = register_law(key).book
        assert set(book.columns) <= {*COLUMNS, *OWN}, key
        assert offices.register(key).department in offices.department_keys()


def test_affairs_fill_columns_the_books_know() -> None:
    effects = [service.register for service in catalogue.all_services() if service.register]

    assert effects
    for effect in effects:
        assert effect.register in offices.register_keys()
        assert set(effect.names) <= set(COLUMNS)


def test_every_act_of_the_office_has_somebody_who_decides() -> None:
    verbs = {row.name for row in lifecycle.VERBS if row.by is By.OFFICER}

    assert verbs == set(act.DECIDED_AS)
    for verb in verbs:
        assert offices.role_label(offices.register_decider(act.DECIDED_AS[verb]))


def test_what_ends_an_entry_voids_its_papers() -> None:
    ending = {row.name for row in lifecycle.VERBS if row.to in lifecycle.ENDED}

    assert ending == {row.name for row in lifecycle.VERBS if row.papers is Papers.VOID}
    assert {state for row in lifecycle.VERBS for state in (*row.sources, row.to) if state} == set(STATES)


def test_a_register_without_a_file_is_told_in_a_sentence() -> None:
    with pytest.raises(RegisterFileError, match="법 자료를 읽지 못했습니다"):
        registers.register_law("nothing")
