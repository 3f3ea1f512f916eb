"""Every sentence about an outside system has its three parts, for every system and reason."""

import pytest

from eok.linkage import registry
from eok.linkage.sentences import _SENTENCES, NAMES, sentence


@pytest.mark.parametrize("reason", _SENTENCES)
@pytest.mark.parametrize("system", NAMES)
def test_has_three_parts_and_the_name_of_the_system(system: str, reason: str) -> None:
    text = sentence(system, reason, setting="EOK_SMS_URL")

    assert text.startswith(NAMES[system])
    assert text.count(". ") == 2
    assert text.endswith("주세요.")


def test_every_port_has_a_name() -> None:
    assert set(NAMES) == set(registry.PORTS)
