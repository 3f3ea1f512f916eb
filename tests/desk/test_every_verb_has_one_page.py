"""An officer's verb is done on a page of its own or, as its row says, on the general one; never on both."""

from eok.casework import lifecycle
from eok.casework.lifecycle import By
from eok.desk.actionlines import PAGES

OFFICERS = [row for row in lifecycle.TRANSITIONS if {By.OFFICER, By.DECIDER} & set(row.by)]


def test_every_verb_has_one_page() -> None:
    own = {row.verb for row in OFFICERS if row.plain is None}

    assert own == set(PAGES)


def test_only_officers_verbs_are_plain() -> None:
    others = [row.verb for row in lifecycle.TRANSITIONS if row.plain is not None and row not in OFFICERS]

    assert others == []
