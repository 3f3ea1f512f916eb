"""Settings: an unknown, unreadable or contradictory one refuses to start with a sentence."""

import pytest

from eok.core import options


def test_defaults_suit_a_laptop() -> None:
    values = options.load({})

    assert values["EOK_PRODUCTION"] is False
    assert values["EOK_SMS"] == "eok.linkage.adapters.manual.Sms"


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({"EOK_STATEDIR": "/x"}, "EOK_STATEDIR"),
        ({"EOK_PRODUCTION": "yes"}, "EOK_PRODUCTION"),
        ({"EOK_PORT": "eight"}, "EOK_PORT"),
        ({"EOK_ROLE": "both"}, "EOK_ROLE"),
        ({"EOK_ACCEPT": "later"}, "EOK_ACCEPT"),
        ({"EOK_DATABASE_URL": "mysql://x"}, "EOK_DATABASE_URL"),
        ({"EOK_PRODUCTION": "1", "EOK_CLOCK": "file:/x"}, "EOK_CLOCK"),
        ({"EOK_PRODUCTION": "1", "EOK_BASE_URL": "https://x.example"}, "EOK_SECRET_KEY"),
        ({"EOK_PRODUCTION": "1", "EOK_SECRET_KEY": "s", "EOK_BASE_URL": "http://x.example"}, "https://"),
    ],
)
def test_a_wrong_setting_is_named(environ: dict[str, str], named: str) -> None:
    with pytest.raises(options.OptionError, match=named):
        options.load(environ)
