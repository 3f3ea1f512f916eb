"""Settings choose adapters; a wrong one is told at start, by name."""

import pytest
from pytest_django import Settings

from eok.core.options import OPTIONS, OptionError
from eok.core.soundness import require_sound
from eok.linkage import checks, ports, registry
from eok.linkage.adapters import manual
from eok.linkage.adapters.http_sms import Gateway
from eok.linkage.errors import LinkageError
from tests.simulators.process import SECRET, Running

HTTP_SMS = "eok.linkage.adapters.http_sms.Gateway"


@pytest.mark.parametrize("name", registry.PORTS)
def test_without_settings_an_officer_does_it(name: str, settings: Settings) -> None:
    setting, protocol = registry.PORTS[name]
    setattr(settings, setting, _default(setting))

    adapter = registry.adapter_class(name).from_settings()

    assert type(adapter).__module__ == manual.__name__
    assert protocol in type(adapter).__mro__


def _default(setting: str) -> str:
    return next(option.default for option in OPTIONS if option.name == setting)


def test_an_override_takes_effect_at_once(sms: Running, settings: Settings) -> None:
    settings.EOK_SMS = _default("EOK_SMS")
    before = registry.port("sms")

    settings.EOK_SMS, settings.EOK_SMS_URL, settings.EOK_SMS_SECRET = HTTP_SMS, sms.url, SECRET
    after = registry.port("sms")

    assert isinstance(before, manual.Sms)
    assert isinstance(after, Gateway)
    assert after is registry.port("sms")
    assert after.send(ports.OutgoingSms("k", "010-0000-0001", "접수")).provider_id


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("eok.linkage.adapters.nowhere.Gateway", "찾을 수 없습니다"),
        ("eok.linkage.adapters.http_sms.Nobody", "찾을 수 없습니다"),
        ("nodots", "찾을 수 없습니다"),
        ("eok.linkage.adapters.manual.TaxOffice", "SmsGateway 어댑터가 아닙니다"),
        ("eok.linkage.adapters.http_sms.REFUSED", "SmsGateway 어댑터가 아닙니다"),
    ],
)
def test_a_wrong_path_is_told_by_its_setting(settings: Settings, path: str, said: str) -> None:
    settings.EOK_SMS = path

    with pytest.raises(OptionError, match=f"EOK_SMS=.*{said}"):
        require_sound()

    assert [problem.id for problem in checks.adapters_load()] == ["linkage.E001"]


@pytest.mark.parametrize(
    ("url", "secret", "named"),
    [
        ("", "s", "EOK_SMS_URL"),
        ("http://sms.example", "s", "EOK_SMS_URL"),
        ("ftp://127.0.0.1", "s", "EOK_SMS_URL"),
        ("sms.example", "s", "EOK_SMS_URL"),
        ("https://sms.example", "", "EOK_SMS_SECRET"),
    ],
)
def test_a_missing_or_unsafe_setting_is_told_by_name(
    settings: Settings, url: str, secret: str, named: str
) -> None:
    settings.EOK_SMS, settings.EOK_SMS_URL, settings.EOK_SMS_SECRET = HTTP_SMS, url, secret

    with pytest.raises(LinkageError, match=named) as caught:
        registry.port("sms")

    assert caught.value.retryable is False
    with pytest.raises(OptionError, match=named):
        require_sound()


def test_the_deploy_check_asks_every_adapter(sms: Running, settings: Settings) -> None:
    settings.EOK_SMS, settings.EOK_SMS_URL, settings.EOK_SMS_SECRET = HTTP_SMS, sms.url, "guessed"

    problems = checks.adapters_answer()

    assert [problem.id for problem in problems] == ["linkage.E002"]
    assert "EOK_SMS_SECRET" in problems[0].msg


def test_production_turns_away_from_a_simulator(sms: Running, settings: Settings) -> None:
    settings.EOK_SMS, settings.EOK_SMS_URL, settings.EOK_SMS_SECRET = HTTP_SMS, sms.url, SECRET
    settings.EOK_PRODUCTION = True

    with pytest.raises(LinkageError, match="모의 시스템"):
        registry.port("sms").check()
