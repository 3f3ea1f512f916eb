"""The simulators, for the tests of this folder."""

from tests.simulators.fixtures import (  # noqa: F401
    _identity_process,
    _records_process,
    _sms_process,
    _tax_process,
    identity,
    receiver,
    records,
    sms,
    tax_office,
)
